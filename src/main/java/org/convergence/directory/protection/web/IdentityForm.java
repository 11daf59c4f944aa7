package org.convergence.directory.protection.web;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.convergence.directory.protection.domain.Identity;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.jspecify.annotations.Nullable;

/** The form fields of an identity. */
final class IdentityForm {

    private static final int NAME = 100;
    private static final int SEVERAL = 1_000;
    private static final int MOST = 20;
    private static final int NOTE = 5_000;
    private static final Pattern MAILBOX = Pattern.compile("[^\\s@|]{1,64}@[^\\s@|]+\\.[^\\s@|]{2,}");
    private static final Pattern NUMBER = Pattern.compile("[+(]?[0-9][0-9 ().\\-/\u00a0]{5,24}.{0,40}");

    private IdentityForm() {}

    static Form fill(Identity identity, Form form) {
        return form.with("givenName", identity.givenName())
                .with("familyName", identity.familyName())
                .with("otherNames", String.join("; ", identity.otherNames()))
                .with("mails", String.join("; ", identity.mails()))
                .with("phones", String.join("; ", identity.phones()))
                .with("note", identity.note());
    }

    /** @throws IllegalArgumentException where there is no name; the form then shows it */
    static Identity read(Form form, FormValues answers) {
        String given = answers.uncheckedText("givenName", NAME);
        String family = answers.uncheckedText("familyName", NAME);
        List<String> others = several(answers.uncheckedText("otherNames", SEVERAL));
        List<String> mails = several(answers.uncheckedText("mails", SEVERAL));
        List<String> phones = several(answers.uncheckedText("phones", SEVERAL));
        String note = answers.uncheckedText("note", NOTE);
        if (!mails.stream().allMatch(each -> MAILBOX.matcher(each).matches())) {
            form.reject("mails", "protection.mails.wrong");
        }
        if (!phones.stream().allMatch(each -> NUMBER.matcher(each).matches())) {
            form.reject("phones", "protection.phones.wrong");
        }
        if (given == null && family == null) {
            form.reject("givenName", "protection.nameless");
            throw new IllegalArgumentException("a person needs a name, as the form says");
        }
        return new Identity(given == null ? "" : given, family == null ? "" : family, others, mails, phones, note);
    }

    private static List<String> several(@Nullable String typed) {
        return typed == null
                ? List.of()
                : Arrays.stream(typed.split("[;\\n]"))
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .distinct()
                        .limit(MOST)
                        .toList();
    }
}
