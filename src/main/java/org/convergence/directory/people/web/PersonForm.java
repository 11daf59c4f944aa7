package org.convergence.directory.people.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;

/** The form fields of a person. */
final class PersonForm {

    static final List<String> FIELDS = List.of(
            "givenName",
            "familyName",
            "displayForm",
            "pronoun",
            "language",
            "languages",
            ContactPointForm.FIELD,
            "note");

    private static final List<String> USUAL = List.of("fr", "en", "es", "ht", "ar", "pt");
    private static final int NAME = 100;
    private static final int DISPLAY_FORM = 200;
    private static final int PRONOUN = 40;
    private static final int NOTE = 20_000;

    private PersonForm() {}

    static Form fill(PersonFacts facts, Form form) {
        List<String> languages = facts.languages();
        form.with("givenName", facts.givenName())
                .with("familyName", facts.familyName())
                .with("displayForm", facts.displayForm())
                .with("pronoun", facts.pronoun())
                .with("language", languages.isEmpty() ? null : languages.get(0))
                .with("languages", languages.isEmpty() ? List.of() : languages.subList(1, languages.size()))
                .with("note", facts.note());
        return ContactPointForm.fill(form, facts.contactPoints());
    }

    /** @throws IllegalArgumentException where there is no name; the form then shows it */
    static PersonFacts read(Form form, FormValues answers) {
        String given = answers.optionalText("givenName", NAME);
        String family = answers.optionalText("familyName", NAME);
        var displayForm = answers.optionalText("displayForm", DISPLAY_FORM);
        var pronoun = answers.optionalText("pronoun", PRONOUN);
        var points = ContactPointForm.read(form);
        var note = answers.optionalText("note", NOTE);
        if (given == null && family == null) {
            form.reject("givenName", "people.person.nameless");
            throw new IllegalArgumentException("a person needs a name, as the form says");
        }
        return new PersonFacts(
                given == null ? "" : given,
                family == null ? "" : family,
                displayForm,
                pronoun,
                languages(form),
                points,
                note);
    }

    /** Preferred first. */
    private static List<String> languages(Form form) {
        Set<String> languages = new LinkedHashSet<>();
        if (form.filled("language")) {
            languages.add(form.value("language").strip());
        }
        languages.addAll(form.values("languages"));
        if (languages.size() > 10 || !languages.stream().allMatch(code -> code.matches("[a-z]{2,3}"))) {
            form.reject("languages", "shell.form.choice");
            return List.of();
        }
        return List.copyOf(languages);
    }

    /** The languages to choose from: the usual ones, and the person's. */
    static List<Option> languages(List<String> hers, Words t) {
        List<String> codes = new ArrayList<>(USUAL);
        hers.stream().filter(code -> !codes.contains(code)).forEach(codes::add);
        return codes.stream()
                .map(code -> new Option(code, t.capital(t.languageName(code))))
                .toList();
    }

    /** The value of a field, to show it beside another version. */
    static String formatValue(String field, String value, Words t) {
        return switch (field) {
            case "language", "languages" -> t.languageName(value);
            case ContactPointForm.FIELD -> ContactPointForm.format(value, t);
            default -> value;
        };
    }
}
