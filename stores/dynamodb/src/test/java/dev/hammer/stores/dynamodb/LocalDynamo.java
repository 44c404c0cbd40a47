package dev.hammer.stores.dynamodb;

import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.check.Severity;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;

/** DynamoDB inside this process, one for all tests; each test has its own prefix. */
final class LocalDynamo {
  private static final Patience SHORT = _ -> LockSupport.parkNanos(50_000_000);

  private static final DynamoDbClient CLIENT = DynamoDBEmbedded.create().dynamoDbClient();
  private static final AtomicInteger PREFIXES = new AtomicInteger();

  private LocalDynamo() {}

  /** What happens around a call of the client. */
  @FunctionalInterface
  interface Around {
    Object call(Method method, List<Object> arguments, Call call) throws Throwable;
  }

  /** The call itself. */
  @FunctionalInterface
  interface Call {
    Object proceed() throws Throwable;
  }

  /** A client that may be closed as often as one likes. */
  static DynamoDbClient client() {
    return client((_, _, call) -> call.proceed());
  }

  /** A client whose calls are watched, or disturbed. */
  static DynamoDbClient client(Around around) {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            LocalDynamo.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, method, arguments) -> {
              if (method.isDefault() && arguments != null && isLambda(arguments[0])) {
                return InvocationHandler.invokeDefault(proxy, method, arguments);
              }
              if (method.getName().equals("close")) {
                return null;
              }
              List<Object> given = arguments == null ? List.of() : List.of(arguments);
              return around.call(method, given, () -> invoke(method, arguments));
            });
  }

  /** Opens a store over a client; missing tables are created. */
  static DynamoDbStore open(DynamoDbClient client, String prefix) {
    return open(client, prefix, 0);
  }

  /** The same, with pages of so many items at most. */
  static DynamoDbStore open(DynamoDbClient client, String prefix, int pageSize) {
    return open(client, layout(prefix), pageSize, true);
  }

  /** Opens a store whose tables must be there. */
  static DynamoDbStore openProven(DynamoDbClient client, Layout layout) {
    return open(client, layout, 0, false);
  }

  private static DynamoDbStore open(
      DynamoDbClient client, Layout layout, int pageSize, boolean createTables) {
    return DynamoDbStore.open(
        new Dynamo(client, SHORT, pageSize),
        layout,
        createTables,
        InstantSource.system(),
        () -> UUID.randomUUID().toString(),
        client::close);
  }

  static String newPrefix() {
    return "t" + PREFIXES.incrementAndGet() + "-";
  }

  /** Three checks with tables of their own; all others share one. */
  static Layout layout(String prefix) {
    return new Layout(
        prefix,
        Stream.of(
                shelf(prefix, "s3_bucket_acl", "AWS::S3::Bucket", "s3-public-bucket-acl", true),
                shelf(
                    prefix, "s3_bucket_policy", "AWS::S3::Bucket", "s3-public-bucket-policy", true),
                shelf(
                    prefix,
                    "secgrp_unrestricted_access",
                    "AWS::EC2::SecurityGroup",
                    "security-groups-unrestricted",
                    false),
                shelf(prefix, "sqs_public_access", "AWS::SQS::Queue", "sqs-public-access", false),
                shelf(prefix, "cloudtrails", "AWS::CloudTrail::Trail", "cloudtrails", false))
            .flatMap(Optional::stream)
            .toList());
  }

  private static Optional<Shelf> shelf(
      String prefix, String check, String type, String table, boolean isGlobal) {
    CheckInfo info =
        CheckInfo.of(check, "Title of " + check, Severity.HIGH, "any", type).storedIn(table);
    return Shelf.of(prefix, info, isGlobal, Optional.empty());
  }

  private static boolean isLambda(Object argument) {
    return argument instanceof Consumer<?>;
  }

  /** A table that is described while its index is built can be an internal error here. */
  private static Object invoke(Method method, Object[] arguments) throws Throwable {
    int tries = method.getName().equals("describeTable") ? 5 : 1;
    while (true) {
      try {
        return method.invoke(CLIENT, arguments);
      } catch (InvocationTargetException thrown) {
        tries--;
        if (tries == 0 || !(thrown.getCause() instanceof InternalServerErrorException)) {
          throw thrown.getCause();
        }
        LockSupport.parkNanos(20_000_000);
      }
    }
  }
}
