package dev.hammer.demo;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The calls that steer the emulator; AWS has none of them. */
public final class Control {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final URI endpoint;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .proxy(ProxySelector.of(null)) // loopback calls never go to a proxy
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  Control(URI endpoint) {
    this.endpoint = endpoint;
  }

  /**
   * Forgets all accounts, the note, the moved clock and the chosen regions. Sessions issued before
   * become the default account, so clients and credential providers must be made anew.
   */
  public void reset() {
    post("/moto-api/reset", "");
  }

  /** Makes the ids of accounts, groups, keys and so on repeat for the same order of calls. */
  public void seed(int number) {
    post("/moto-api/seed?a=" + number, "");
  }

  /** Settings of moto, as JSON, such as {@code {"lambda":{"use_docker":false}}}. */
  public void config(String json) {
    post("/moto-api/config", json);
  }

  /** Moves the emulator's clock: what is made while it is back is as old as that. */
  public void clock(Duration offset) {
    post("/clock?seconds=" + offset.toSeconds(), "");
  }

  /** Sets when one access key was made. */
  public void key(String account, String keyId, Instant created) {
    post("/key?account=%s&id=%s&created=%s".formatted(account, keyId, created), "");
  }

  /** Sets when one access key was made and last used. */
  public void key(String account, String keyId, Instant created, Instant used) {
    post("/key?account=%s&id=%s&created=%s&used=%s".formatted(account, keyId, created, used), "");
  }

  /** Says which ids the next accounts of an organization get. */
  public void nextAccounts(List<String> ids) {
    post("/accounts?ids=" + String.join(",", ids), "");
  }

  /** Chooses the enabled regions; the others are as if never opted in to. */
  public void regions(List<String> names) {
    post("/regions?names=" + encoded(String.join(",", names)), "");
  }

  /** Lets the emulator ask IAM before it answers; off is the default. */
  public void authorization(boolean on) {
    post("/moto-api/reset-auth", on ? "0" : "inf");
  }

  /** Notes every request from now on. The record holds Authorization headers: never keep it. */
  public void startRecording() {
    post("/moto-api/recorder/reset-recording", "");
    post("/moto-api/recorder/start-recording", "");
  }

  /** Ends the recording and returns it: a JSON object per request, its body in base 64. */
  public List<String> stopRecording() {
    post("/moto-api/recorder/stop-recording", "");
    var recording = get("/moto-api/recorder/download-recording");
    post("/moto-api/recorder/reset-recording", "");
    return recording.lines().toList();
  }

  /** Leaves a text with the emulator that lasts until it ends or is reset. */
  public void note(String text) {
    post("/note", text);
  }

  /** The text left there, empty at first. */
  public String note() {
    return get("/note");
  }

  /** True if an emulator answers there and knows the token of this one. */
  boolean answersFor(String token) {
    try {
      return send(request("/hello").GET().timeout(Duration.ofSeconds(5)).build())
          .filter(answer -> answer.contains("\"" + token + "\""))
          .isPresent();
    } catch (IOException _) {
      return false;
    }
  }

  private String get(String path) {
    return answer(path, request(path).GET().build());
  }

  private void post(String path, String body) {
    // moto refuses some bodies that pretend to be a form
    var request = request(path).header("Content-Type", "application/json");
    answer(path, request.POST(BodyPublishers.ofString(body)).build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(endpoint + path)).timeout(LIMIT);
  }

  private String answer(String path, HttpRequest request) {
    try {
      return send(request)
          .orElseThrow(() -> new IllegalStateException("The emulator refused " + path));
    } catch (IOException problem) {
      throw new EmulatorUnavailable(
          "The pretend AWS at " + endpoint + " does not answer " + path + ": " + problem,
          "Start it again: hammer demo --stop, then hammer demo.",
          problem);
    }
  }

  private Optional<String> send(HttpRequest request) throws IOException {
    try {
      var response = client.send(request, BodyHandlers.ofString());
      return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interruption);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
