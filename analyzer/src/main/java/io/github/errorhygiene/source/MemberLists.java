package io.github.errorhygiene.source;

import io.github.errorhygiene.unit.FieldDecl;
import io.github.errorhygiene.unit.MethodDecl;
import io.github.errorhygiene.unit.TypeDecl;
import java.util.ArrayList;
import java.util.List;

/** The members of a type, each kind in source order; filled while they are read. */
record MemberLists(List<FieldDecl> fields, List<MethodDecl> methods, List<TypeDecl> types) {
  MemberLists() {
    this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }
}
