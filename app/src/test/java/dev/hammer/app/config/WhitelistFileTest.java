package dev.hammer.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.whitelist.WhitelistEntry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhitelistFileTest {
  @TempDir private Path folder;

  @Test
  void patternsUnitsAndTagsAreUnderstood() {
    List<WhitelistEntry> entries =
        entries(
            """
            {
              "*": {"111111111111": ["old-vpn-logs"]},
              "s3_*": {
                "*": [{"id": "logs-*", "tags": {"env": "dev", "team": "pay*"}}],
                "1111*": ["data"],
                "ou:ou-ab12-cdef3456": [{"tags": {"env": "dev"}}],
                "ou-ab12-00000001": ["site"],
                "ou:r-ab12": ["root"]
              }
            }
            """);

    assertThat(entries)
        .extracting(entry -> entry.scope().toString())
        .containsExactly(
            "*  old-vpn-logs  111111111111",
            "s3_*  logs-* tag:env=dev tag:team=pay*  *",
            "s3_*  data  1111*",
            "s3_*  * tag:env=dev  ou:ou-ab12-cdef3456",
            "s3_*  site  ou:ou-ab12-00000001",
            "s3_*  root  ou:r-ab12");
    assertThat(entries).extracting(WhitelistEntry::id).doesNotHaveDuplicates();
  }

  @Test
  void entriesOfOldKeepTheirIds() {
    assertThat(
            entries(
                """
                {"s3_bucket_acl": {"222222222222": ["logs-us", {"id": "acme-www", "reason": "r"}]}}
                """))
        .extracting(WhitelistEntry::id)
        .containsExactly("w-kkgp0kmn", "w-eh0b9k49");
  }

  @Test
  void tagsThatMakeNoSenseStopTheProgram() {
    assertThat(
            problems(
                """
                {"s3_bucket_acl": {"222222222222": [
                  {"id": "a-bucket", "tags": {}},
                  {"id": "b-bucket", "tags": "env=dev"},
                  {"id": "c-bucket", "tags": {"env": ["dev"]}},
                  {"reason": "no id"}
                ]}}
                """))
        .containsExactly(
            "whitelist.json:2:30: error: s3_bucket_acl.222222222222[0].tags names no tags;"
                + " write an object: {\"env\": \"dev\"}",
            "whitelist.json:3:30: error: s3_bucket_acl.222222222222[1].tags names no tags;"
                + " write an object: {\"env\": \"dev\"}",
            "whitelist.json:4:38: error: s3_bucket_acl.222222222222[2].tags.env is a list, not a"
                + " text; write one text",
            "whitelist.json:5:3: error: s3_bucket_acl.222222222222[3] names no resource; add id");
  }

  @Test
  void whatIsToBeFixedNowIsNamedAndNoPattern() {
    LoadedConfig loaded =
        new Desk(folder)
            .with("hammer.yaml", "")
            .with("fixnow.json", "{\"s3_bucket_acl\": {\"*\": [\"a\"], \"ou:r-ab12\": [\"a\"]}}")
            .load();

    assertThat(Desk.lines(loaded))
        .hasSize(2)
        .allMatch(line -> line.contains("account ids have 12 digits"));
  }

  @Test
  void whitelistBesideNoConfigurationIsNotReadAndSaidSo() {
    Desk desk = new Desk(folder).with("whitelist.json", "{\"s3_bucket_acl\": {\"x\": \"y\"}}");

    assertThat(Desk.lines(desk.load()))
        .containsExactly(
            "whitelist.json: warning: it is not read: there is no configuration file beside it;"
                + " write hammer.yaml beside it (an empty one will do), or name the predecessor's"
                + " file: -c config.json");
    desk.with("../home/.config/hammer/hammer.yaml", "");
    assertThat(Desk.lines(desk.load())).singleElement().asString().contains("it is not read");
    desk.with("hammer.yaml", "");
    assertThat(Desk.lines(desk.load())).noneMatch(line -> line.contains("it is not read"));
  }

  private List<WhitelistEntry> entries(String json) {
    LoadedConfig loaded = load(json);
    assertThat(Desk.lines(loaded)).noneMatch(line -> line.contains("error"));
    return loaded.configuration().whitelist().entries();
  }

  private List<String> problems(String json) {
    return Desk.lines(load(json));
  }

  private LoadedConfig load(String json) {
    return new Desk(folder).with("hammer.yaml", "").with("whitelist.json", json).load();
  }
}
