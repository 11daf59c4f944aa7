package org.convergence.cooperation.fieldwork.domain;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import org.convergence.cooperation.fieldwork.domain.PartnerLinkRepository.StoredLink;
import org.convergence.platform.keys.MarkGenerator;
import org.convergence.platform.text.TextParser;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a browser keeps of a PIN that was typed: the end of the visit, and our mark of it. */
@Component
record PartnerPass(MarkGenerator marks, Clock clock) {

    private static final String PURPOSE = "partner pass";

    String create(StoredLink link) {
        long end = clock.instant().plus(PartnerLinkAccess.OPEN).getEpochSecond();
        return end + "." + marks.compute(text(link, Long.toString(end)), PURPOSE);
    }

    boolean isValid(@Nullable String pass, StoredLink link) {
        if (pass == null || !pass.matches("\\d{1,12}\\..{1,200}")) {
            return false;
        }
        int point = pass.indexOf('.');
        String end = pass.substring(0, point);
        long seconds = TextParser.number(end).map(BigDecimal::longValue).orElse(0L);
        return Instant.ofEpochSecond(seconds).isAfter(clock.instant())
                && marks.computeAll(text(link, end), PURPOSE).contains(pass.substring(point + 1));
    }

    private static String text(StoredLink link, String end) {
        return link.id().value() + " " + link.pinMark() + " " + end;
    }
}
