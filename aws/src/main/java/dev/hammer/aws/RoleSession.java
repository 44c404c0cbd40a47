package dev.hammer.aws;

import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** A session in a member account that renews itself, and the client it renews with. */
record RoleSession(StsAssumeRoleCredentialsProvider session, StsClient sts)
    implements AwsCredentialsProvider, SdkAutoCloseable {
  @Override
  public AwsCredentials resolveCredentials() {
    return session.resolveCredentials();
  }

  @Override
  public void close() {
    session.close();
    sts.close();
  }

  /** Nothing of the session is ever printed. */
  @Override
  public String toString() {
    return "RoleSession";
  }
}
