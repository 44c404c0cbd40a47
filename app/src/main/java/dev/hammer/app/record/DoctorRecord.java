package dev.hammer.app.record;

import dev.hammer.app.doctor.Diagnosis;
import dev.hammer.app.doctor.Proven;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.Locale;

/** What the doctor found, as every door shows it to machines. */
public final class DoctorRecord {
  private DoctorRecord() {}

  /** The public form of a diagnosis. */
  public static Value.Fields of(Diagnosis diagnosis, Instant now) {
    return Value.fields()
        .put("schema", "hammer/doctor/1")
        .put("generated_at", Value.of(now))
        .put("problems", diagnosis.problems())
        .put("items", Value.items(diagnosis.proven().stream().map(DoctorRecord::item).toList()))
        .build();
  }

  private static Value.Fields item(Proven proven) {
    return Value.fields()
        .put("name", proven.name())
        .put("state", proven.state().word().toLowerCase(Locale.ROOT))
        .put("text", proven.text())
        .put("remedy", remedy(proven.remedy()))
        .put("parts", Value.items(proven.parts().stream().map(DoctorRecord::part).toList()))
        .build();
  }

  private static Value.Fields part(Proven.Part part) {
    return Value.fields().put("text", part.text()).put("remedy", remedy(part.remedy())).build();
  }

  private static Value remedy(String remedy) {
    return remedy.isEmpty() ? Value.absent() : Value.text(remedy);
  }
}
