package org.convergence.directory.protection.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is protected.
 *
 * @param sweep how her name was taken out of what the application keeps, {@code null} as long as that goes on
 * @param mentions in how many places she may be meant, and another as well
 * @param places the first of them; empty for who does not stand on her list
 * @param open the form that opens her, {@code null} for who does not stand on her list
 * @param listing the form of her list, {@code null} for who may not change it
 */
public record ProtectedPage(
        String codeName,
        String url,
        String record,
        String since,
        Tone tone,
        String degree,
        List<Consent> consents,
        List<String> openers,
        @Nullable Sweep sweep,
        int mentions,
        List<Place> places,
        List<Line> gestures,
        boolean mayProtect,
        @Nullable Form open,
        @Nullable Form listing,
        List<Option> eligible) {

    /**
     * That she agrees, or agreed.
     *
     * @param withdraw the form that takes it back, {@code null} where it ended
     */
    public record Consent(
            String use,
            String detail,
            Tone tone,
            String word,
            String url,
            @Nullable Form withdraw) {}

    /**
     * How her name was taken out of what the application keeps.
     *
     * @param naming how many files still name her
     * @param files which these are; empty for who does not stand on her list
     * @param leftIn where a rule kept a row as it was
     * @param backups those that hold her name
     */
    public record Sweep(String said, int naming, List<String> files, List<String> leftIn, List<String> backups) {}

    /**
     * Where she may be meant.
     *
     * @param page on which it is read, {@code null} where there is none
     * @param kind why it is not certain
     * @param around the words there
     */
    public record Place(
            String where, @Nullable String page, String kind, String around, String replace, String leave, Form form) {}

    /** What was done, when and by whom. */
    public record Line(String when, String what, List<String> more) {}
}
