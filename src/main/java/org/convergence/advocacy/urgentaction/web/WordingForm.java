package org.convergence.advocacy.urgentaction.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.PublicText;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.PublicWording;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.TargetInOffice;
import org.convergence.advocacy.urgentaction.domain.UrgentActionQueries;
import org.convergence.directory.people.PartyChooser;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;

/** The fields of public words and targets: each field's name ends with its language, or with the target's rank. */
public final class WordingForm {

    /** The languages of public words, the first two required before an action leaves. */
    public static final List<String> LANGUAGES = List.of("fr", "es", "en");

    /** The most targets of an action. */
    public static final int TARGETS = 3;

    /** Targets chosen among the decision-makers. */
    static final String DECISION_MAKERS = "decision-makers";

    private static final Pattern MAIL = Pattern.compile("[^\\s@<>\"',;:&?]+@[^\\s@<>\"',;:&?]+\\.[a-zA-Z]{2,}");
    private static final List<String> TEXT = List.of("title", "story", "subject", "letter");
    private static final List<Integer> LONGEST = List.of(200, 6_000, 200, 4_000);

    private WordingForm() {}

    static Form open(int version, PublicWording wording) {
        Form form = Form.blank().atVersion(version);
        wording.texts().forEach(each -> {
            List<String> values = List.of(each.title(), each.story(), each.subject(), each.letter());
            for (int i = 0; i < TEXT.size(); i++) {
                form.with(TEXT.get(i) + "-" + each.language(), values.get(i));
            }
        });
        for (int i = 0; i < wording.targets().size(); i++) {
            TargetInOffice each = wording.targets().get(i);
            form.with("maker-" + i, each.decisionMaker()).with("salutation-" + i, each.salutation());
            if (each.decisionMaker() == null) {
                form.with("name-" + i, each.name())
                        .with("office-" + i, each.office())
                        .with("mail-" + i, each.mail())
                        .with("until-" + i, each.until());
            }
        }
        return form;
    }

    /** The words typed: a language is written in full or not at all, and so is a target. */
    record PublicWordingInput(int version, PublicWording wording) {}

    static PublicWordingInput readWording(
            FormValues answers, PartyChooser chooser, UrgentActionQueries queries, LocalDate today) {
        List<PublicText> texts = LANGUAGES.stream()
                .flatMap(language -> readText(answers, language).stream())
                .toList();
        List<TargetInOffice> targets = Stream.iterate(0, i -> i < TARGETS, i -> i + 1)
                .flatMap(i -> readTarget(answers, i, chooser, queries, today).stream())
                .toList();
        return new PublicWordingInput(answers.version(), new PublicWording(texts, targets));
    }

    private static Optional<PublicText> readText(FormValues answers, String language) {
        List<String> names = TEXT.stream().map(each -> each + "-" + language).toList();
        if (!language.equals("fr")
                && names.stream().noneMatch(name -> answers.form().filled(name))) {
            return Optional.empty();
        }
        List<String> values = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            values.add(answers.text(names.get(i), LONGEST.get(i)));
        }
        return Optional.of(new PublicText(language, values.get(0), values.get(1), values.get(2), values.get(3)));
    }

    private static Optional<TargetInOffice> readTarget(
            FormValues answers, int i, PartyChooser chooser, UrgentActionQueries queries, LocalDate today) {
        UUID maker = chooser.chosenOther(DECISION_MAKERS, answers.form(), "maker-" + i);
        if (maker != null) {
            Optional<TargetInOffice> chosen = queries.findDecisionMaker(maker)
                    .filter(each -> each.isInOffice(today) && !each.mail().isEmpty());
            if (chosen.isEmpty()) {
                answers.reject("maker-" + i, "urgentaction.refused.target-left");
            }
            String salutation = answers.text("salutation-" + i, 200);
            return chosen.map(each ->
                    new TargetInOffice(maker, each.name(), each.office(), each.mail(), salutation, each.until()));
        }
        if (answers.form().problem("maker-" + i) != null) {
            return Optional.empty();
        }
        if (Stream.of("name-", "office-", "mail-", "salutation-")
                .noneMatch(each -> answers.form().filled(each + i))) {
            return Optional.empty();
        }
        String mail = answers.text("mail-" + i, 254);
        if (!mail.isEmpty() && !isMail(mail)) {
            answers.reject("mail-" + i, "urgentaction.refused.mail");
        }
        return Optional.of(new TargetInOffice(
                answers.text("name-" + i, 200),
                answers.text("office-" + i, 200),
                mail,
                answers.text("salutation-" + i, 200),
                answers.optionalDate("until-" + i)));
    }

    /** Whether a text is one mail address that can stand in a {@code mailto:} link. */
    static boolean isMail(String text) {
        return text.length() <= 254 && MAIL.matcher(text).matches();
    }
}
