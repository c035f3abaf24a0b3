package io.github.errorhygiene.escape;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Incident.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Bodies of requests that are read to their end. */
class RequestBodyTest {
  private static final Set<Kind> READS =
      EnumSet.of(Kind.STREAM_READ, Kind.BODY_READ, Kind.UPLOAD_READ);

  @Test
  void aStreamIsReadToItsEnd() {
    assertThat(read("request.getInputStream().readAllBytes();"))
        .containsExactly("STREAM_READ ServletInputStream.readAllBytes");
    assertThat(read("InputStream in = request.getInputStream(); byte[] all = in.readAllBytes();"))
        .hasSize(1);
    assertThat(read("StreamUtils.copyToString(request.getInputStream(), null);"))
        .containsExactly("STREAM_READ StreamUtils.copyToString");
  }

  @Test
  void whatIsPutAroundAStreamIsTheStream() {
    assertThat(
            read(
                "new BufferedReader(new InputStreamReader(request.getInputStream())).lines().collect(Collectors.joining());"))
        .containsExactly("STREAM_READ Stream.collect");
    assertThat(read("request.getReader().lines().filter(l -> !l.isEmpty()).toList();"))
        .containsExactly("STREAM_READ Stream.toList");
    assertThat(read("all(request.getInputStream());"))
        .containsExactly("STREAM_READ InputStream.readAllBytes");
  }

  @Test
  void aLoopThatKeepsWhatItReadsReadsToTheEnd() {
    String loop =
        "StringBuilder s = new StringBuilder(); String line; BufferedReader in = request.getReader();"
            + " while ((line = in.readLine()) != null) { %s }";

    assertThat(read(loop.formatted("s.append(line);")))
        .containsExactly("STREAM_READ BufferedReader.readLine");
    assertThat(read(loop.formatted("System.out.println(line);"))).isEmpty();
    assertThat(
            read(
                loop.formatted(
                    "s.append(line); if (s.length() > 9) throw new IllegalStateException();")))
        .isEmpty();
  }

  @Test
  void copiesIntoMemoryCountAndOthersDoNot() {
    String copy = "request.getInputStream().transferTo(%s);";

    assertThat(read(copy.formatted("new ByteArrayOutputStream()"))).hasSize(1);
    assertThat(read(copy.formatted("new FileOutputStream(\"a\")"))).isEmpty();
  }

  @Test
  void aLimitLimits() {
    assertThat(read("request.getInputStream().readNBytes(1000);")).isEmpty();
    assertThat(
            read(
                "com.google.common.io.ByteStreams.limit(request.getInputStream(), 9).readAllBytes();"))
        .isEmpty();
  }

  @Test
  void otherStreamsAreNoBodies() {
    assertThat(read("new FileInputStream(\"a\").readAllBytes();")).isEmpty();
    assertThat(read("List.of(1).stream().toList();")).isEmpty();
  }

  @Test
  void uploadsAndWhatFrameworksHandOverAreToldApart() {
    assertThat(read("part.getInputStream().readAllBytes();"))
        .containsExactly("UPLOAD_READ InputStream.readAllBytes");
    assertThat(read("file.getBytes();")).containsExactly("UPLOAD_READ MultipartFile.getBytes");
    assertThat(read("spark.body();")).containsExactly("BODY_READ Request.body");
  }

  private static List<String> read(String body) {
    Evaluated evaluated =
        Evaluated.of(
            """
            class Test {
              byte[] all(InputStream in) throws IOException { return in.readAllBytes(); }
              void run(jakarta.servlet.http.HttpServletRequest request, jakarta.servlet.http.Part part,
                  org.springframework.web.multipart.MultipartFile file, spark.Request spark) throws Exception {
            """
                + body
                + " }\n}");
    return evaluated.summary().events().stream()
        .filter(event -> READS.contains(event.kind()))
        .map(event -> event.kind() + " " + event.detail())
        .distinct()
        .toList();
  }
}
