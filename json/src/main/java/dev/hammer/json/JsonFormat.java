package dev.hammer.json;

import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** Which JSON is read and written: strict, exact, and never too deep for the stack. */
final class JsonFormat {
  private static final int FOREIGN_DEPTH = 500;
  private static final int OWN_DEPTH = 1_000;
  private static final int LONGEST_NUMBER = 10_000;

  static final JsonFactory FOREIGN = factory(FOREIGN_DEPTH);
  static final JsonFactory OWN = factory(OWN_DEPTH);

  private JsonFormat() {}

  static JsonGenerator generator(Writer out, boolean pretty) {
    return OWN.createGenerator(pretty ? new Pretty() : ObjectWriteContext.empty(), out);
  }

  private static JsonFactory factory(int depth) {
    return JsonFactory.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(depth)
                .maxNumberLength(LONGEST_NUMBER)
                .maxStringLength(Integer.MAX_VALUE)
                .maxNameLength(Integer.MAX_VALUE)
                .build())
        .streamWriteConstraints(StreamWriteConstraints.builder().maxNestingDepth(depth).build())
        .build();
  }

  /** Two spaces, {@code "name": value}, nothing inside empty brackets, the same on all systems. */
  private static final class Pretty extends ObjectWriteContext.Base {
    @Override
    public PrettyPrinter getPrettyPrinter() {
      DefaultIndenter lines = new DefaultIndenter("  ", "\n");
      return new DefaultPrettyPrinter(
              Separators.createDefaultInstance()
                  .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                  .withObjectEmptySeparator("")
                  .withArrayEmptySeparator(""))
          .withObjectIndenter(lines)
          .withArrayIndenter(lines);
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }
}
