package dev.hammer.app.record;

import dev.hammer.app.doctor.Diagnosis;
import dev.hammer.app.doctor.Proven;
import dev.hammer.app.permissions.AccountPermissions;
import dev.hammer.app.permissions.Need;
import dev.hammer.checks.Trial;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.Locale;

/** What the doctor found, as every door shows it to machines. */
public final class DoctorRecord {
  private DoctorRecord() {}

  /** The public form of a diagnosis. */
  public static Value.Fields of(Diagnosis diagnosis, Instant now) {
    Value.Builder document =
        Value.fields()
            .put("schema", "hammer/doctor/1")
            .put("generated_at", Value.of(now))
            .put("problems", diagnosis.problems())
            .put(
                "items", Value.items(diagnosis.proven().stream().map(DoctorRecord::item).toList()));
    if (!diagnosis.permissions().isEmpty()) {
      document.put(
          "permissions",
          Value.items(diagnosis.permissions().stream().map(DoctorRecord::permissions).toList()));
    }
    return document.build();
  }

  private static Value.Fields permissions(AccountPermissions account) {
    return Value.fields()
        .put("account", account.target().account().id())
        .put("account_name", account.target().name())
        .put("actions", account.needs().size())
        .put("denied", Value.items(account.denied().stream().map(DoctorRecord::denied).toList()))
        .put("blind", Value.texts(account.blinded()))
        .put("less_exact", Value.texts(account.dulled()))
        .put("unproven", Value.items(account.unproven().stream().map(DoctorRecord::trial).toList()))
        .build();
  }

  private static Value.Fields denied(Need need) {
    return Value.fields()
        .put("action", need.action())
        .put("decides", Value.texts(need.decides()))
        .put("grades", Value.texts(need.grades()))
        .build();
  }

  private static Value.Fields trial(Trial trial) {
    String why = trial.outcome() instanceof Trial.Outcome.Unproven(String text) ? text : "";
    return Value.fields()
        .put("action", trial.call().action())
        .put("call", trial.call().toString())
        .put("region", trial.region().name())
        .put("why", why)
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
