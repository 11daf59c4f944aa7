package org.convergence.directory.people.web;

import java.util.List;
import java.util.stream.Stream;
import org.convergence.directory.people.OrganisationKind;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** The form fields of an organisation. */
final class OrganisationForm {

    static final List<String> FIELDS =
            List.of("name", "shortName", "otherNames", "kind", "place", "website", ContactPointForm.FIELD, "note");

    private static final int NAME = 300;
    private static final int SHORT_NAME = 60;
    static final int OTHER_NAMES = 20;
    private static final int WEBSITE = 500;
    private static final int NOTE = 20_000;

    private OrganisationForm() {}

    static Form fill(OrganisationFacts facts, Form form, Words t) {
        form.with("name", facts.name())
                .with("shortName", facts.shortName())
                .with("otherNames", String.join("\n", facts.otherNames()))
                .with("kind", facts.kind())
                .with("place", DirectoryFormatter.formatPlace(facts.place(), t))
                .with("website", facts.website())
                .with("note", facts.note());
        return ContactPointForm.fill(form, facts.contactPoints());
    }

    static OrganisationFacts read(Form form, FormValues answers) {
        OrganisationKind kind = answers.optionalChoice("kind", OrganisationKind.class);
        return new OrganisationFacts(
                answers.text("name", NAME),
                answers.optionalText("shortName", SHORT_NAME),
                otherNames(form),
                kind == null ? OrganisationKind.OTHER : kind,
                place(form),
                website(form, answers),
                ContactPointForm.read(form),
                answers.optionalText("note", NOTE));
    }

    /** The value of a field, to show it beside another version. */
    static String formatValue(String field, String value, Words t) {
        return switch (field) {
            case "kind" -> {
                OrganisationKind kind =
                        TextParser.constant(value, OrganisationKind.class).orElse(null);
                yield kind == null ? value : DirectoryFormatter.kind(kind, t);
            }
            case ContactPointForm.FIELD -> ContactPointForm.format(value, t);
            default -> value;
        };
    }

    private static List<String> otherNames(Form form) {
        List<String> names = Stream.of(form.value("otherNames").split("[\\r\\n;]+"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        if (names.size() > OTHER_NAMES || names.stream().anyMatch(name -> name.length() > NAME)) {
            form.reject("otherNames", "people.organisation.other-names", OTHER_NAMES);
            return List.of();
        }
        return names;
    }

    private static @Nullable String place(Form form) {
        String written = form.value("place").strip();
        if (written.isEmpty()) {
            return null;
        }
        String code = DirectoryFormatter.placeCode(written).orElse(null);
        if (code == null) {
            form.reject("place", "people.place.unknown");
        }
        return code;
    }

    /** With or without a scheme, since people type {@code exemple.org}. */
    private static @Nullable String website(Form form, FormValues answers) {
        String written = answers.optionalText("website", WEBSITE);
        if (written == null) {
            return null;
        }
        String address = OrganisationFacts.address(written).orElse(null);
        if (address == null) {
            form.reject("website", "people.website");
        }
        return address;
    }
}
