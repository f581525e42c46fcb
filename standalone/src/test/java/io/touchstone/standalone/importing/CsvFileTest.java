package io.touchstone.standalone.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {

    @TempDir
    Path folder;

    @Test
    void inspect_utf8_hashesAllBytes() throws Exception {
        CsvFile source = CsvFile.inspect(CsvFiles.write(folder, "abc"));

        assertThat(source.charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(source.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(source.bytes()).isEqualTo(3);
    }

    @Test
    void open_byteOrderMark_isNotText() throws Exception {
        CsvFile source = CsvFile.inspect(CsvFiles.write(folder, "\uFEFF组,值"));

        assertThat(text(source)).isEqualTo("组,值");
    }

    @Test
    void open_withDigest_seesEveryByte() throws Exception {
        CsvFile source = CsvFile.inspect(CsvFiles.write(folder, "\uFEFF组,值"));
        MessageDigest digest = CsvFile.newDigest();

        try (Reader reader = source.open(digest)) {
            assertThat(reader.readAllAsString()).isEqualTo("组,值");
        }
        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(source.sha256());
    }

    @Test
    void inspect_notUtf8_isGb18030() throws Exception {
        String text = "用户,组\n张三,对照组\n";
        CsvFile source = CsvFile.inspect(CsvFiles.write(folder, text, CsvFile.GB18030));

        assertThat(source.charset()).isEqualTo(CsvFile.GB18030);
        assertThat(text(source)).isEqualTo(text);
    }

    @Test
    void inspect_characterAcrossChunks_isStillUtf8() throws Exception {
        String text = "x".repeat((1 << 16) - 1) + "组".repeat(50_000);
        CsvFile source = CsvFile.inspect(CsvFiles.write(folder, text));

        assertThat(source.charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(text(source)).isEqualTo(text);
    }

    @Test
    void inspect_neitherEncoding_isRefused() throws Exception {
        Path file = Files.write(folder.resolve("x.csv"), new byte[] {'a', (byte) 0xFF, (byte) 0xFF, 'b'});

        assertThatThrownBy(() -> CsvFile.inspect(file)).hasMessageContaining("neither UTF-8 nor GB18030");
    }

    @Test
    void inspect_utf16_saysHowToSave() throws Exception {
        Path file = CsvFiles.write(folder, "\uFEFFa,b", StandardCharsets.UTF_16LE);

        assertThatThrownBy(() -> CsvFile.inspect(file)).hasMessageContaining("is UTF-16 (expected: UTF-8 or GB18030");
    }

    @Test
    void inspect_missingFileOrFolder_isOneSentence() {
        assertThatThrownBy(() -> CsvFile.inspect(folder.resolve("none.csv")))
                .hasMessageEndingWith("none.csv: no such file");
        assertThatThrownBy(() -> CsvFile.inspect(folder)).hasMessageEndingWith("is a folder (expected: a CSV file)");
    }

    private static String text(CsvFile source) throws Exception {
        try (Reader reader = source.open()) {
            return reader.readAllAsString();
        }
    }
}
