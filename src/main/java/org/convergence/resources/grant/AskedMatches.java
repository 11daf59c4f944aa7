package org.convergence.resources.grant;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** What was said of the match before an agreement was opened, for pages on which its clause is not noted yet. */
public interface AskedMatches {

    /**
     * What the call asks and the application offers.
     *
     * @param percent of the whole cost, by the call; {@code null} if it asks none
     * @param other what others pay in the budget of the application
     */
    record AskedMatch(@Nullable Integer percent, BigDecimal other, String currency) {

        /** What is to be noted of the agreement. */
        public String describe(Words t) {
            List<String> parts = new ArrayList<>();
            if (percent != null) {
                parts.add(t.say("grant.agreement.match.call", percent));
            }
            if (other.signum() > 0) {
                parts.add(t.say("grant.agreement.match.application", t.money(other, currency)));
            }
            return t.say("grant.agreement.match.asked", t.list(parts));
        }
    }

    /** Empty if no application opened the agreement, or nothing was asked. */
    Optional<AskedMatch> find(AgreementId agreement);

    /** The sentence for an agreement without a clause. */
    default String describe(AgreementId agreement, Words t) {
        return find(agreement).map(asked -> asked.describe(t)).orElseGet(() -> t.say("spending.match.none"));
    }
}
