package org.convergence.resources.membership.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.Correspondence.Mail;
import org.convergence.platform.text.Fold;

/** Chooses the address of an organisation for letters about dues, if no person is named. */
public final class BillingPolicy {

    /** Word beginnings in labels of such addresses, in French, English and Spanish. */
    private static final List<String> ABOUT_MONEY = List.of(
            "cotis", "comptab", "factur", "tresor", "financ", "dues", "billing", "account", "treasur", "tesor",
            "contab", "cuota", "cobr");

    private BillingPolicy() {}

    /** The first address whose label mentions dues or accounts, else the first. */
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
