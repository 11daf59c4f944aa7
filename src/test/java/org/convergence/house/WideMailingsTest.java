package org.convergence.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.BulkLetter;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.MailingService;
import org.convergence.platform.mail.Outbox;
import org.convergence.testing.ApplicationClasses;
import org.convergence.testing.ApplicationClasses.CompiledClass;
import org.convergence.testing.ApplicationClasses.MethodCall;
import org.junit.jupiter.api.Test;

/**
 * Letters to many are shown before they are posted, by one mechanism: a class that posts letters also previews them with
 * {@link MailingService}. Each other class is listed in {@code reviewed-letters-without-preview.txt} with the reason.
 */
class WideMailingsTest {

    private static final ReviewedList REVIEWED = new ReviewedList("reviewed-letters-without-preview.txt");

    private static final ReviewedList REVIEWED_UNCHECKED =
            new ReviewedList("reviewed-letters-not-checked-at-departure.txt");

    private static final String MAIL = "org.convergence.platform.mail.";

    @Test
    void classThatPostsLettersPreviewsThemOrIsReviewed() throws IOException {
        Set<String> previewing = callers("preview");
        assertThat(previewing).hasSizeGreaterThan(10);
        Set<String> unseen = callers("post");
        unseen.removeAll(previewing);
        REVIEWED.requireExactly(unseen, "preview the letters with MailingService");
    }

    /**
     * A letter may wait for days, and what it says may change meanwhile: the completer of each letter answers whether it is
     * still meant when it leaves. Each class with another letter or completer is listed with the reason.
     */
    @Test
    void letterIsAskedAtItsDepartureWhetherItIsTrueOrIsReviewed() throws IOException {
        Set<String> completed = new TreeSet<>();
        Set<String> unchecked = new TreeSet<>();
        for (CompiledClass type : ApplicationClasses.get()) {
            if (type.name().startsWith(MAIL)) {
                continue;
            }
            String name = type.topLevelName().replace("org.convergence.", "");
            long letters = count(type, Letter.class) + count(type, BulkLetter.class);
            long completions = count(type, Letter.Completion.class);
            boolean isSilent = type.supertypes().contains(BodyCompleter.class.getName())
                    && type.methods().stream().noneMatch(each -> each.name().equals("withholdingReason"));
            if (letters > completions || isSilent) {
                unchecked.add(name);
            } else if (letters > 0) {
                completed.add(name);
            }
        }
        assertThat(completed).hasSizeGreaterThan(20);
        REVIEWED_UNCHECKED.requireExactly(unchecked, "give the letter a BodyCompleter that withholds it once untrue");
    }

    /** How many places of a class make an object of a type. */
    private static long count(CompiledClass type, Class<?> made) {
        return type.calls().stream()
                .filter(call ->
                        call.owner().equals(made.getName()) && call.method().equals("<init>"))
                .count();
    }

    /** The classes outside the mail module that call a method of the outbox or of mailings. */
    private static Set<String> callers(String method) {
        Stream<CompiledClass> others =
                ApplicationClasses.get().stream().filter(type -> !type.name().startsWith(MAIL));
        return others.filter(type -> type.calls().stream().anyMatch(call -> isOfMail(call, method)))
                .map(type -> type.topLevelName().replace("org.convergence.", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isOfMail(MethodCall call, String method) {
        return call.method().equals(method)
                && (call.owner().equals(Outbox.class.getName()) || call.owner().equals(MailingService.class.getName()));
    }
}
