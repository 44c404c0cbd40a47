package dev.hammer.testing.stub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Pretends to be AWS on a free port of this machine, in front of an emulator or alone with scripted
 * answers: it pages every list, fails what a test wants to fail, takes its time, and remembers each
 * call.
 */
public final class WireStub implements AutoCloseable {
  /** The account of keys that came from no AssumeRole, as the emulator sees it too. */
  public static final String MAIN_ACCOUNT = "123456789012";

  static {
    // Without it each answer waits for the acknowledgement of its header.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
  }

  private final Optional<Upstream> upstream;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Callers callers = new Callers(MAIN_ACCOUNT);
  private final Recognizer recognizer = new Recognizer(callers);
  private final Pages pages = new Pages();
  private final Faults faults = new Faults();
  private final Scripts scripts = new Scripts();
  private final Rates rates = new Rates();
  private final CallLog calls = new CallLog();
  private final AtomicLong lastRequestId = new AtomicLong();
  private volatile Duration latency = Duration.ZERO;

  private WireStub(Optional<Upstream> upstream, int port) throws IOException {
    this.upstream = upstream;
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
  }

  /** A stub that answers only what was scripted. */
  public static WireStub alone() {
    return start(Optional.empty(), 0);
  }

  public static WireStub inFrontOf(URI emulator) {
    return start(Optional.of(emulator), 0);
  }

  static WireStub start(Optional<URI> emulator, int port) {
    try {
      var stub = new WireStub(emulator.map(Upstream::new), port);
      stub.server.setExecutor(stub.threads);
      stub.server.createContext("/", stub::handle);
      stub.server.createContext("/__stub/", stub::handleControl);
      stub.server.start();
      return stub;
    } catch (IOException e) {
      throw new UncheckedIOException("No stub on port " + port, e);
    }
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public Faults faults() {
    return faults;
  }

  /** The rates it enforces: none, unless told. */
  public Rates rates() {
    return rates;
  }

  public Scripts scripts() {
    return scripts;
  }

  public CallLog calls() {
    return calls;
  }

  public void page(Paging paging) {
    pages.cut(paging);
  }

  /** Every call takes this much longer. */
  public void delay(Duration each) {
    latency = each;
  }

  /** Back to the state of a new stub. */
  public void reset() {
    faults.clear();
    rates.clear();
    scripts.clear();
    callers.forget();
    calls.clear();
    pages.cut(Paging.whole());
    latency = Duration.ZERO;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    upstream.ifPresent(Upstream::close);
  }

  private void handle(HttpExchange exchange) throws IOException {
    WireRequest request = Wire.read(exchange);
    long started = System.nanoTime();
    Target target = recognizer.target(request);
    Question question =
        new Question(
            target, Protocol.of(request, target.service()), request, requestId(), behind(target));
    int page = pages.pageOf(question);
    boolean throttled = !rates.admits(target, started);
    WireReply reply = throttled ? throttled(question) : reply(question, page);
    calls.add(Call.of(target, page, started, System.nanoTime(), reply.status(), throttled));
    Wire.write(exchange, reply);
  }

  private WireReply throttled(Question question) {
    Delay.pass(latency);
    return FaultAnswer.throttled().answer(question);
  }

  /** An error of the stub itself becomes an answer that says so, for a test to stumble over. */
  private WireReply reply(Question question, int page) {
    Question paged = question.before(request -> pages.answer(scripted(question).with(request)));
    try {
      Delay.pass(latency);
      WireReply reply =
          faults
              .striking(question.target(), page)
              .map(fault -> fault.answer(paged))
              .orElseGet(paged::truth);
      callers.learn(question.target(), reply);
      return reply;
    } catch (RuntimeException e) {
      return WireReply.of(500, "text/plain", "The stub failed at " + question.target() + ": " + e);
    }
  }

  private Question scripted(Question question) {
    return question.before(request -> scripts.answer(question.with(request)));
  }

  private Function<WireRequest, WireReply> behind(Target target) {
    return request ->
        upstream.map(emulator -> emulator.ask(request)).orElseGet(() -> unscripted(target));
  }

  private static WireReply unscripted(Target target) {
    return WireReply.of(404, "text/plain", "The stub stands alone and no script answers " + target);
  }

  private void handleControl(HttpExchange exchange) throws IOException {
    Wire.read(exchange);
    if (exchange.getRequestURI().getPath().equals("/__stub/reset")) {
      calls.clear();
    }
    Wire.write(exchange, WireReply.of(200, "application/json", calls.json()));
  }

  private String requestId() {
    return "00000000-0000-4000-8000-%012d".formatted(lastRequestId.incrementAndGet());
  }
}
