package org.convergence.resources.membership.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.Correspondence.Mail;
import org.convergence.platform.text.Fold;

/** Which address of an organisation letters about dues go to, where nobody was named. */
public final class BillingPolicy {

    /** Beginnings of words by which one calls such an address, in French, English and Spanish. */
    private static final List<String> ABOUT_MONEY = List.of(
            "cotis", "comptab", "factur", "tresor", "financ", "dues", "billing", "account", "treasur", "tesor",
            "contab", "cuota", "cobr");

    private BillingPolicy() {}

    /** The first whose label speaks of dues or of accounts, else the first. */
    public static Optional<Mail> of(Collection<Mail> mails) {
        return mails.stream()
                .filter(BillingPolicy::isAboutMoney)
                .findFirst()
                .or(() -> mails.stream().findFirst());
    }

    private static boolean isAboutMoney(Mail mail) {
        String label = mail.label() == null ? "" : Fold.of(mail.label());
        return ABOUT_MONEY.stream().anyMatch(label::contains);
    }
}
