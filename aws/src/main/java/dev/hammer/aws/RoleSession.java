package dev.hammer.aws;

import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.UnreadableException;
import java.util.concurrent.Callable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** A session in a member account that renews itself some minutes before it ends. */
final class RoleSession implements AwsCredentialsProvider, SdkAutoCloseable {
  static final ApiCall ASSUME_ROLE = ApiCall.of("sts", "AssumeRole");

  private final StsAssumeRoleCredentialsProvider session;
  private final StsCalls calls;

  private RoleSession(StsAssumeRoleCredentialsProvider session, StsCalls calls) {
    this.session = session;
    this.calls = calls;
  }

  /** Makes a call to STS that may be within another call. */
  @FunctionalInterface
  interface StsCalls {
    AwsCredentials make(Callable<AwsCredentials> call) throws Exception;
  }

  /**
   * A session that begins when credentials are first asked for.
   *
   * @param calls makes the calls that begin and renew it
   */
  static RoleSession of(StsClient sts, String roleArn, RoleEntry role, StsCalls calls) {
    return new RoleSession(
        StsAssumeRoleCredentialsProvider.builder()
            .stsClient(sts)
            .refreshRequest(
                request ->
                    request
                        .roleArn(roleArn)
                        .roleSessionName(role.sessionName())
                        .externalId(role.externalId().orElse(null))
                        .durationSeconds(Math.toIntExact(role.duration().toSeconds())))
            .build(),
        calls);
  }

  /**
   * The session's credentials, renewed if need be.
   *
   * @throws UnreadableException if the role could not be assumed: whatever call needed it, that is
   *     what failed
   */
  @Override
  public AwsCredentials resolveCredentials() {
    try {
      return calls.make(session::resolveCredentials);
    } catch (UnreadableException known) {
      throw known;
    } catch (Exception refused) {
      ReadFailure why = AwsErrors.of(ASSUME_ROLE, refused);
      throw new UnreadableException(why);
    }
  }

  @Override
  public void close() {
    session.close();
  }

  /** Nothing of the session is ever printed. */
  @Override
  public String toString() {
    return "RoleSession";
  }
}
