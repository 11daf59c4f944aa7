package org.convergence.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private static final Path REVIEWED = Path.of("src/test/resources/reviewed-letters-without-preview.txt");

    private static final String MAIL = "org.convergence.platform.mail.";

    @Test
    void classThatPostsLettersPreviewsThemOrIsReviewed() throws IOException {
        Set<String> reviewed = new TreeSet<>();
        for (String line : Files.readAllLines(REVIEWED)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                assertThat(line.split(" ", 2))
                        .as("a class and a reason: %s", line)
                        .hasSize(2);
                reviewed.add(line.split(" ", 2)[0]);
            }
        }
        Set<String> previewing = callers("preview");
        assertThat(previewing).hasSizeGreaterThan(10);
        Set<String> unseen = callers("post");
        unseen.removeAll(previewing);
        assertThat(unseen)
                .as("preview the letters with MailingService, or give the reason in %s", REVIEWED)
                .containsExactlyInAnyOrderElementsOf(reviewed);
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
