package org.convergence.platform.mail.domain;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The limits of sending that the environment sets; 0 for no limit. */
@Component
class SendingLimitSettings {

    private static final int USUAL_PER_MINUTE = 600;
    private static final int USUAL_PER_DOMAIN = 60;

    private final int perMinute;
    private final int perDay;
    private final int perDomain;

    /**
     * The limits towards a server. Without a setting, a server on this machine has none, since it paces letters itself.
     *
     * @param perMinute the most letters of a minute; empty for the usual number
     * @param perDomain the most letters of a minute to one domain; empty for the usual number
     */
    SendingLimitSettings(
            @Value("${CONVERGENCE_SMTP_URL:}") String url,
            @Value("${CONVERGENCE_MAIL_PER_MINUTE:#{null}}") @Nullable Integer perMinute,
            @Value("${CONVERGENCE_MAIL_PER_DAY:0}") int perDay,
            @Value("${CONVERGENCE_MAIL_PER_DOMAIN:#{null}}") @Nullable Integer perDomain) {
        boolean unlimited = url.isEmpty() || SmtpAddress.parse(url).isLocal();
        this.perMinute = check("MINUTE", perMinute == null ? unlimited ? 0 : USUAL_PER_MINUTE : perMinute);
        this.perDay = check("DAY", perDay);
        this.perDomain = check("DOMAIN", perDomain == null ? unlimited ? 0 : USUAL_PER_DOMAIN : perDomain);
    }

    private static int check(String name, int letters) {
        if (letters < 0) {
            throw new IllegalStateException("CONVERGENCE_MAIL_PER_" + name + " must be a number of letters, or 0");
        }
        return letters;
    }

    int perMinute() {
        return perMinute;
    }

    int perDay() {
        return perDay;
    }

    int perDomain() {
        return perDomain;
    }
}
