package dev.hammer.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTextTest {
  @Test
  void byteOrderMarkIsDropped() {
    assertThat(FileText.decode(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, 'a'}, "f"))
        .isEqualTo("a");
  }

  @Test
  void byteThatIsNotUtf8IsToldWithItsPlace() {
    assertThatThrownBy(() -> FileText.decode(new byte[] {'a', '\n', 'b', (byte) 0xe9, 'c'}, "f"))
        .isInstanceOfSatisfying(
            BrokenFileException.class,
            broken -> {
              assertThat(broken.message()).isEqualTo("the byte 0xe9 is not UTF-8");
              assertThat(broken.at()).isEqualTo(new Position("f", 2, 2));
            });
  }

  @Test
  void characterCutOffAtTheEndIsNotUtf8() {
    assertThatThrownBy(() -> FileText.decode(new byte[] {'a', (byte) 0xc3}, "f"))
        .hasMessage("the byte 0xc3 is not UTF-8");
  }

  @Test
  void utf16IsNamed() {
    assertThatThrownBy(() -> FileText.decode(new byte[] {(byte) 0xff, (byte) 0xfe, 'a', 0}, "f"))
        .hasMessage("the file is UTF-16");
  }

  @Test
  void folderIsNoFile(@TempDir Path folder) {
    assertThatThrownBy(() -> FileText.read(folder, "f"))
        .hasMessage("cannot read it: it is a folder");
  }

  @Test
  void everyFailureHasItsOwnWords() {
    assertThat(FileText.unreadable(new AccessDeniedException("f"), "f"))
        .hasMessage("cannot read it: permission denied");
    assertThat(FileText.unreadable(new NoSuchFileException("f"), "f"))
        .hasMessage("cannot read it: there is no such file");
    assertThat(FileText.unreadable(new IOException("Input/output error"), "f"))
        .hasMessage("cannot read it: Input/output error");
  }
}
