package org.convergence.resources.membership.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.ContactLookup.OrganisationMail;
import org.convergence.platform.text.TextNormalizer;

/** Chooses the address of an organisation for letters about dues, if no person is named. */
public final class BillingAddressPolicy {

    /** Word beginnings in labels of such addresses, in French, English and Spanish. */
    private static final List<String> ABOUT_MONEY = List.of(
            "cotis", "comptab", "factur", "tresor", "financ", "dues", "billing", "account", "treasur", "tesor",
            "contab", "cuota", "cobr");

    private BillingAddressPolicy() {}

    /** The first address whose label mentions dues or accounts, else the first. */
    public static Optional<OrganisationMail> choose(Collection<OrganisationMail> mails) {
        return mails.stream()
                .filter(BillingAddressPolicy::isAboutMoney)
                .findFirst()
                .or(() -> mails.stream().findFirst());
    }

    private static boolean isAboutMoney(OrganisationMail mail) {
        String label = mail.label() == null ? "" : TextNormalizer.fold(mail.label());
        return ABOUT_MONEY.stream().anyMatch(label::contains);
    }
}
