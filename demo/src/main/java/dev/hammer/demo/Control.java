package dev.hammer.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URLConnection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The calls that steer the emulator; AWS has none of them. */
public final class Control {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

  private final URI endpoint;

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
      return send("/hello", Optional.empty(), Duration.ofSeconds(5))
          .filter(answer -> answer.contains("\"" + token + "\""))
          .isPresent();
    } catch (IOException _) {
      return false;
    }
  }

  private String get(String path) {
    return answer(path, Optional.empty());
  }

  private void post(String path, String body) {
    answer(path, Optional.of(body));
  }

  private String answer(String path, Optional<String> body) {
    try {
      return send(path, body, LIMIT)
          .orElseThrow(() -> new IllegalStateException("The emulator refused " + path));
    } catch (IOException problem) {
      throw new EmulatorUnavailable(
          "The pretend AWS at " + endpoint + " does not answer " + path + ": " + problem,
          "Start it again: hammer demo --stop, then hammer demo.",
          problem);
    }
  }

  /** By the plain connection of the JDK: its HTTP client takes a third of a second to wake up. */
  private Optional<String> send(String path, Optional<String> body, Duration limit)
      throws IOException {
    // loopback calls never go to a proxy
    URLConnection connection = URI.create(endpoint + path).toURL().openConnection(Proxy.NO_PROXY);
    if (!(connection instanceof HttpURLConnection call)) {
      throw new IOException(endpoint + " is no HTTP endpoint");
    }
    call.setConnectTimeout(Math.toIntExact(CONNECT_LIMIT.toMillis()));
    call.setReadTimeout(Math.toIntExact(limit.toMillis()));
    if (body.isPresent()) {
      call.setRequestMethod("POST");
      call.setDoOutput(true);
      // moto refuses some bodies that pretend to be a form
      call.setRequestProperty("Content-Type", "application/json");
      try (OutputStream out = call.getOutputStream()) {
        out.write(body.get().getBytes(StandardCharsets.UTF_8));
      }
    }
    if (call.getResponseCode() != HttpURLConnection.HTTP_OK) {
      return Optional.empty();
    }
    try (InputStream in = call.getInputStream()) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
