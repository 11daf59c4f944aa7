package org.convergence.directory.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.springframework.stereotype.Component;

/**
 * A form field that chooses organisations or people by typing, for any module:
 *
 * <ol>
 *   <li>The form holds the ids, {@code form.with("organisations", ids)}, as any other field.
 *   <li>The page record holds {@code chooser.organisations(form, "organisations", 50, lastUsed)}.
 *   <li>The template says {@code @template.directory.people.chooser(t = t, form = form, choosing = page.with(), label = …,
 *       help = …, optional = true)}.
 *   <li>The controller reads {@code chooser.chosenOrganisations(form, "organisations", 50)} with the answers. Problems are
 *       recorded on the form, beside the field. Newcomers are created by the use case, with
 *       {@link People#organisationNamed}, in its own transaction.
 *   <li>In an edit conflict, the field's ids are compared as those of any field; {@link #shown} names them.
 * </ol>
 *
 * Without JavaScript, names are typed with semicolons between them: a name that the directory knows once is chosen, any
 * other comes back with the likely matches and, with the permission, the choice to create it.
 */
@Component
public class Chooser {

    /** Stands for a missing or invalid id; it is never shown. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final People people;

    Chooser(People people) {
        this.people = people;
    }

    /**
     * The field for organisations.
     *
     * @param most the maximum number chosen; 1 for a single one
     * @param lastUsed those offered without typing, likeliest first; six are shown
     */
    public Choosing organisations(Form form, String field, int most, Collection<OrganisationId> lastUsed) {
        List<UUID> last = lastUsed.stream().map(OrganisationId::value).toList();
        return new Choosing(new Choices.OfOrganisations(people), form, field, most, last);
    }

    /** The field for people; parameters as in {@link #organisations}. */
    public Choosing persons(Form form, String field, int most, Collection<PersonId> lastUsed) {
        List<UUID> last = lastUsed.stream().map(PersonId::value).toList();
        return new Choosing(new Choices.OfPersons(people), form, field, most, last);
    }

    /** A declared field for one person. */
    public Field<PersonId> person(String name, String label) {
        return Field.<PersonId>of(
                        name,
                        label,
                        answers -> chosenPersons(answers.form(), name, 1).first(),
                        new PersonId(NOBODY))
                .shownAs((value, t) -> shown(value));
    }

    /** A declared field for one organisation. */
    public Field<OrganisationId> organisation(String name, String label) {
        return Field.<OrganisationId>of(
                        name,
                        label,
                        answers -> chosenOrganisations(answers.form(), name, 1).first(),
                        new OrganisationId(NOBODY))
                .shownAs((value, t) -> shown(value));
    }

    /** A declared field for several people. */
    public Field<Chosen<PersonId>> people(String name, String label, int most) {
        return Field.<Chosen<PersonId>>of(
                        name,
                        label,
                        answers -> chosenPersons(answers.form(), name, most),
                        new Chosen<PersonId>(List.of(), List.of()))
                .shownAs((value, t) -> shown(value));
    }

    /** A declared field for several organisations. */
    public Field<Chosen<OrganisationId>> organisations(String name, String label, int most) {
        return Field.<Chosen<OrganisationId>>of(
                        name,
                        label,
                        answers -> chosenOrganisations(answers.form(), name, most),
                        new Chosen<OrganisationId>(List.of(), List.of()))
                .shownAs((value, t) -> shown(value));
    }

    /** The chosen organisations; problems are recorded on the form. */
    public Chosen<OrganisationId> chosenOrganisations(Form form, String field, int most) {
        return read(new Choices.OfOrganisations(people), OrganisationId::new, form, field, most);
    }

    /** The chosen people; problems are recorded on the form. */
    public Chosen<PersonId> chosenPersons(Form form, String field, int most) {
        return read(new Choices.OfPersons(people), PersonId::new, form, field, most);
    }

    /** The name to show for an id of such a field; the value itself where the id is unknown. */
    public String shown(String value) {
        List<UUID> ids = Names.ids(List.of(value));
        return new Choices.OfOrganisations(people)
                .named(ids).stream()
                        .findFirst()
                        .or(() -> new Choices.OfPersons(people)
                                .named(ids).stream().findFirst())
                        .map(Choice::brief)
                        .orElse(value);
    }

    /** Those whose names match the text being typed, for the list under the field. */
    public Offered offered(String kind, String typed, int limit) {
        Choices among = kind.equals("persons") ? new Choices.OfPersons(people) : new Choices.OfOrganisations(people);
        String name = typed.substring(typed.lastIndexOf(';') + 1).strip();
        if (name.isEmpty()) {
            return new Offered("", List.of(), false);
        }
        boolean fits = name.length() <= Names.LONGEST;
        boolean fresh = fits && among.mayCreate() && among.exactly(name).isEmpty();
        return new Offered(name, among.findWithAbout(name, limit), fresh);
    }

    /**
     * The matches for a name being typed.
     *
     * @param creates whether it can be created in the directory
     */
    public record Offered(String name, List<Choice> choices, boolean creates) {}

    private static <I extends Party> Chosen<I> read(
            Choices among, Function<UUID, I> typedId, Form form, String field, int most) {
        List<UUID> ids = new ArrayList<>(Names.ids(form.values(field)));
        // Each name costs a query: a number far above the maximum is refused before.
        int given = ids.size()
                + form.values(Names.ofNewcomers(field)).size()
                + Names.typed(form, field).size();
        if (given > 2 * most) {
            form.reject(field, "people.chooser.most", most);
            return new Chosen<>(List.of(), List.of());
        }
        if (ids.size() < form.values(field).stream().distinct().count()
                || among.named(ids).size() < ids.size()) {
            form.reject(field, "people.chooser." + among.kind() + ".gone");
        }
        List<String> newcomers = new ArrayList<>();
        form.values(Names.ofNewcomers(field)).stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(name -> newcomer(among, form, field, name, ids, newcomers));
        List<String> left = new ArrayList<>();
        if (!Names.answered(form, field, ids.size() + newcomers.size())) {
            Names.typed(form, field).forEach(name -> match(among, form, field, name, ids, newcomers, left));
        }
        form.with(field, ids).with(Names.ofNewcomers(field), newcomers);
        form.with(Names.ofTyped(field), String.join("; ", left));
        if (ids.size() + newcomers.size() > most) {
            form.reject(field, "people.chooser.most", most);
        }
        return new Chosen<>(ids.stream().map(typedId).toList(), newcomers);
    }

    private static void newcomer(
            Choices among, Form form, String field, String name, List<UUID> ids, List<String> newcomers) {
        List<UUID> exact = among.exactly(name);
        if (exact.size() == 1) {
            take(exact.get(0), ids);
        } else if (exact.isEmpty() && among.mayCreate() && name.length() <= Names.LONGEST) {
            newcomers.add(name);
        } else {
            form.reject(field, "people.chooser." + among.kind() + ".unknown", name);
        }
    }

    private static void match(
            Choices among,
            Form form,
            String field,
            String name,
            List<UUID> ids,
            List<String> newcomers,
            List<String> left) {
        List<UUID> exact = among.exactly(name);
        if (exact.size() == 1) {
            take(exact.get(0), ids);
        } else if (!newcomers.contains(name)) {
            left.add(name);
            String why = exact.isEmpty() ? ".unknown" : ".ambiguous";
            form.reject(field, "people.chooser." + among.kind() + why, name);
        }
    }

    private static void take(UUID id, List<UUID> ids) {
        if (!ids.contains(id)) {
            ids.add(id);
        }
    }
}
