package org.convergence.resources.membership.web;

import java.util.Arrays;
import java.util.List;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.convergence.resources.membership.HeadcountStatus;
import org.convergence.resources.membership.MemberKind;
import org.jspecify.annotations.Nullable;

/**
 * A form on its own page.
 *
 * @param key message key of the title
 * @param about the subject and its address; {@code null} for the list of members
 * @param cancel address of the cancel link
 * @param categories options
 * @param decisions decisions that can be cited; empty if none is known
 * @param organisation choice of an organisation; {@code null} if not asked
 * @param person choice of a person instead; {@code null} if not asked
 * @param conflict a concurrent change; {@code null} for none
 */
public record MembershipFormPage(
        String key,
        @Nullable FormSubject about,
        String action,
        String cancel,
        Form form,
        List<Option> categories,
        List<Option> decisions,
        @Nullable ChooserField organisation,
        @Nullable ChooserField person,
        @Nullable Conflict conflict) {

    /** Something with a page of its own. */
    public record FormSubject(String label, String url) {}

    static MembershipFormPage of(String key, @Nullable FormSubject about, String action, String cancel, Form form) {
        return new MembershipFormPage(key, about, action, cancel, form, List.of(), List.of(), null, null, null);
    }

    MembershipFormPage withOptions(List<Option> ofCategories, List<Option> ofDecisions) {
        return new MembershipFormPage(
                key, about, action, cancel, form, ofCategories, ofDecisions, organisation, person, conflict);
    }

    MembershipFormPage withChoosers(ChooserField anOrganisation, @Nullable ChooserField aPerson) {
        return new MembershipFormPage(
                key, about, action, cancel, form, categories, decisions, anOrganisation, aPerson, conflict);
    }

    /** The options of the forms of this module. */
    public static final class MembershipOptions {

        private MembershipOptions() {}

        public static List<Option> kinds(Words t) {
            return Arrays.stream(MemberKind.values())
                    .map(kind -> Option.of(kind, t.say(kind.key())))
                    .toList();
        }

        public static List<Option> statuses(Words t) {
            return Arrays.stream(HeadcountStatus.values())
                    .map(status -> Option.of(status, t.say(status.key())))
                    .toList();
        }
    }
}
