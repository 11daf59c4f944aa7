package org.convergence.platform.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeTest {

    @Test
    void cookieKeepsArguments() {
        Notice notice = new Notice(
                Tone.OK,
                "actionplan.saved",
                List.of("L’été, <b>", new BigDecimal("3.5"), LocalDate.of(2025, 1, 14)),
                "/plan/undo");
        assertThat(Notice.fromCookie(notice.toCookie())).hasValue(notice);
    }

    @Test
    void cutsLongArgument() {
        Notice notice = new Notice(Tone.OK, "actionplan.saved", List.of("a".repeat(5_000)), null);
        assertThat(notice.toCookie().length()).isLessThan(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OK\u001f<script>\u001f",
                "OK\u001fa.b\u001fhttps://elsewhere.example/",
                "OK\u001fa.b\u001f//elsewhere.example",
                "SHOUT\u001fa.b\u001f",
                "OK",
                "OK\u001fa.b\u001f\u001fnine"
            })
    void aNoticeThatWeDidNotWriteIsNotShown(String forged) {
        String cookie = Base64.getUrlEncoder().encodeToString(forged.getBytes(StandardCharsets.UTF_8));
        assertThat(Notice.fromCookie(cookie)).isEmpty();
        assertThat(Notice.fromCookie(forged)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example",
                "//elsewhere.example",
                "/\\elsewhere.example",
                "/a\r\nSet-Cookie:x",
                "plan",
                "",
                "/é"
            })
    void aRedirectNeverLeavesTheSite(String url) {
        assertThatThrownBy(() -> SeeOther.to(url)).isInstanceOf(IllegalArgumentException.class);
        assertThat(SeeOther.back(url, "/plan")).isNotNull();
    }
}
