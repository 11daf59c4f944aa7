package org.convergence.directory.protection.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The list of protected people, under code names.
 *
 * @param inClear the records that could not be sealed again after an older backup was restored
 * @param mayReview whether the reader may review actions done alone
 * @param reviews their number
 * @param otherKeys whether the keys differ from those used for sealing
 * @param maySettle whether the reader may declare them lost
 */
public record ProtectionPage(
        List<ProtectedPersonLine> people,
        List<String> inClear,
        boolean mayProtect,
        boolean mayReview,
        int reviews,
        boolean otherKeys,
        boolean maySettle) {

    /** A protected person, with the degree in words. */
    public record ProtectedPersonLine(String codeName, String url, String about, Tone tone, String degree) {}

    /** An identity, shown once: opening it again needs another reason. */
    public record OpenedIdentityPage(String codeName, String url, String name, Form form) {}

    /**
     * The form that protects a person.
     *
     * @param known the person's name in the directory, {@code null} for a new person
     * @param shared whether another record has the same name
     */
    public record ProtectionFormPage(
            @Nullable String known, boolean shared, String action, String cancel, Form form, List<Option> openers) {}

    /** The form of a protected person's consent. */
    public record NameUseConsentFormPage(
            String codeName, String url, Form form, List<Option> uses, List<Option> givenBy) {}

    /** Whether a person is protected, and the page with details. */
    public record ProtectionPart(String url, boolean sealed, boolean mayProtect) {}
}
