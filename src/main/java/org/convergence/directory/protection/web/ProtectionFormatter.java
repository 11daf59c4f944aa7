package org.convergence.directory.protection.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.convergence.directory.protection.NameUse;
import org.convergence.directory.protection.TrustedAccounts.TrustedAccount;
import org.convergence.directory.protection.domain.NameUseConsentService.NameUseConsent;
import org.convergence.directory.protection.domain.ProtectionQueries.IdentityAction;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;

/** Formats degrees and actions of protection. */
final class ProtectionFormatter {

    private ProtectionFormatter() {}

    /** The person's degree today. */
    static String degree(List<NameUseConsent> all, LocalDate today, Words t) {
        NameUse widest = NameUseConsent.widestUse(all, today);
        return t.say(widest == null ? "protection.sealed" : widest.key());
    }

    static Tone tone(List<NameUseConsent> all, LocalDate today) {
        return NameUseConsent.widestUse(all, today) == null ? Tone.OK : Tone.WARN;
    }

    static ProtectedPage.IdentityActionLine line(IdentityAction it, Words t) {
        List<String> more = new ArrayList<>();
        if (it.reason() != null) {
            more.add(t.say("protection.gesture.reason", it.reason()));
        }
        if (it.alone()) {
            more.add(
                    it.second() == null
                            ? t.say("protection.gesture.alone")
                            : t.say("protection.gesture.alone.told", it.second()));
        }
        IdentityAction.ActionReview review = it.reviewed();
        if (review != null) {
            more.add(t.say("protection.gesture.reviewed", review.who(), t.dateTime(review.at())));
            if (review.words() != null) {
                more.add(review.words());
            }
        }
        return new ProtectedPage.IdentityActionLine(
                t.dateTime(it.at()), t.say(it.kind().key()) + " · " + it.who(), more);
    }

    static List<Option> options(List<TrustedAccount> accounts) {
        return accounts.stream()
                .map(each -> Option.of(each.account(), each.name()))
                .toList();
    }
}
