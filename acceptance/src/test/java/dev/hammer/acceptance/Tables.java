package dev.hammer.acceptance;

import dev.hammer.core.value.Value;
import dev.hammer.json.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/** The tables themselves, spoken to in the words of the wire. */
record Tables(URI endpoint, HttpClient http) {
  /** The attributes that the predecessor's readers know. */
  private static final List<String> ITS =
      List.of("account_id", "issue_id", "status", "issue_details", "timestamps", "jira_details");

  static Tables at(URI endpoint) {
    return new Tables(endpoint, HttpClient.newHttpClient());
  }

  /** A table as the predecessor made it. */
  Tables create(String table, String partition, String order) {
    call(
        "CreateTable",
        """
        {"TableName": "%s", "BillingMode": "PROVISIONED",
         "KeySchema": [{"AttributeName": "%s", "KeyType": "HASH"},
                       {"AttributeName": "%s", "KeyType": "RANGE"}],
         "AttributeDefinitions": [{"AttributeName": "%s", "AttributeType": "S"},
                                  {"AttributeName": "%s", "AttributeType": "S"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 25, "WriteCapacityUnits": 10}}
        """
            .formatted(table, partition, order, partition, order));
    return this;
  }

  /** Puts an item of a golden file. */
  Tables put(String table, String file) {
    call("PutItem", "{\"TableName\": \"" + table + "\", \"Item\": " + golden(file) + "}");
    return this;
  }

  /** All items of a table by their keys, as they are spelled on the wire. */
  TreeMap<String, Value.Fields> items(String table) {
    var items = new TreeMap<String, Value.Fields>();
    Json page = call("Scan", "{\"TableName\": \"" + table + "\"}");
    for (Json item : page.list("Items")) {
      items.put(
          item.text("account_id.S") + "/" + item.text("issue_id.S"),
          (Value.Fields) sorted(item.value()));
    }
    return items;
  }

  /** What the predecessor's readers see of an item; times of this run are called {@code NOW}. */
  static Json itsPart(Value.Fields item) {
    Value.Builder its = Value.fields();
    ITS.forEach(name -> item.get(name).ifPresent(value -> its.put(name, value)));
    String text = JsonText.write(sorted(its.build()));
    return new Json(JsonText.parse(text.replaceAll("\"20[2-9]\\d-[^\"]*\\+00:00\"", "\"NOW\"")));
  }

  static Json goldenItem(String file) {
    return new Json(sorted(JsonText.parse(golden(file))));
  }

  /** The wire knows no order of fields. */
  private static Value sorted(Value value) {
    return switch (value) {
      case Value.Fields fields -> {
        Value.Builder ordered = Value.fields();
        fields.fields().stream()
            .sorted(Comparator.comparing(Value.Field::name))
            .forEach(field -> ordered.put(field.name(), sorted(field.value())));
        yield ordered.build();
      }
      case Value.Items items -> Value.items(items.items().stream().map(Tables::sorted).toList());
      default -> value;
    };
  }

  private Json call(String operation, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .header("X-Amz-Target", "DynamoDB_20120810." + operation)
            .header("Content-Type", "application/x-amz-json-1.0")
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/eu-west-1/dynamodb/aws4_request,"
                    + " SignedHeaders=host, Signature=none")
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(operation + ": " + answer.body());
      }
      return new Json(JsonText.parse(answer.body()));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static String golden(String file) {
    try (InputStream text =
        Objects.requireNonNull(Tables.class.getResourceAsStream("predecessor/" + file), file)) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
