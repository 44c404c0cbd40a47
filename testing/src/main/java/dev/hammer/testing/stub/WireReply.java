package dev.hammer.testing.stub;

import java.util.Map;
import java.util.TreeMap;

/** One HTTP answer and how much of it reaches the caller. */
public record WireReply(int status, Map<String, String> headers, Body body, Delivery delivery) {

  /** What becomes of an answer on its way. */
  public enum Delivery {
    WHOLE,
    /** The full length is announced, half of it is sent, then the connection ends. */
    BROKEN_OFF,
    /** The connection ends without an answer. */
    NONE
  }

  public WireReply {
    headers = Map.copyOf(headers);
  }

  public static WireReply of(int status, String contentType, String body) {
    return new WireReply(
        status, Map.of("Content-Type", contentType), Body.of(body), Delivery.WHOLE);
  }

  public static WireReply none() {
    return new WireReply(0, Map.of(), Body.empty(), Delivery.NONE);
  }

  public WireReply with(String header, String value) {
    var changed = new TreeMap<>(headers);
    changed.put(header, value);
    return new WireReply(status, changed, body, delivery);
  }

  public WireReply withBody(Body changed) {
    return new WireReply(status, headers, changed, delivery);
  }

  public WireReply brokenOff() {
    return new WireReply(status, headers, body, Delivery.BROKEN_OFF);
  }

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }
}
