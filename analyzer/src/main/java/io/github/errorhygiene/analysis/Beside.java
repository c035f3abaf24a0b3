package io.github.errorhygiene.analysis;

import io.github.errorhygiene.openapi.OpenApiFiles;
import io.github.errorhygiene.schema.SchemaFiles;
import io.github.errorhygiene.source.ApplicationProperties;
import io.github.errorhygiene.source.BuildFiles;
import io.github.errorhygiene.source.FileTree;
import io.github.errorhygiene.source.YamlSettings;
import io.github.errorhygiene.template.Templates;
import io.github.errorhygiene.unit.Gap;
import io.github.errorhygiene.webxml.WebXmlFiles;
import java.util.ArrayList;
import java.util.List;

/** What lies beside the sources of a tree: read once, however many parts the tree has. */
record Beside(
    ApplicationProperties properties,
    OpenApiFiles documents,
    WebXmlFiles descriptors,
    Templates templates,
    YamlSettings settings,
    BuildFiles buildFiles,
    SchemaFiles schema) {
  static Beside of(FileTree tree) {
    return new Beside(
        ApplicationProperties.find(tree),
        new OpenApiFiles(tree),
        new WebXmlFiles(tree),
        Templates.of(tree),
        new YamlSettings(tree),
        new BuildFiles(tree),
        new SchemaFiles(tree));
  }

  /** What could not be read, as far as somebody has asked for it. */
  List<Gap> gaps() {
    List<Gap> gaps = new ArrayList<>(properties.gaps());
    gaps.addAll(documents.gaps());
    gaps.addAll(descriptors.gaps());
    gaps.addAll(schema.gaps());
    return gaps;
  }
}
