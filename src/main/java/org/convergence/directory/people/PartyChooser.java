package org.convergence.directory.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.convergence.directory.people.ChooserField.ChooserFieldNames;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A form field that chooses organisations or people by typing, for any module:
 *
 * <ol>
 *   <li>The form holds the ids, {@code form.with("organisations", ids)}, as any other field.
 *   <li>The page record holds {@code chooser.organisations(form, "organisations", 50, lastUsed)}.
 *   <li>The template says {@code @template.directory.people.chooser(t = t, form = form, choosing = page.with(),
 * label = …,
 *       help = …, optional = true)}.
 *   <li>The controller reads {@code chooser.chosenOrganisations(form, "organisations", 50)} with the answers.
 * Problems are
 *       recorded on the form, beside the field. Newcomers are created by the use case, with
 *       {@link PeopleDirectory#findOrCreateOrganisation}, in its own transaction.
 *   <li>In an edit conflict, the field's ids are compared as those of any field; {@link #displayName} names them.
 * </ol>
 *
 * Without JavaScript, names are typed with semicolons between them: a name that the directory knows once is chosen, any
 * other comes back with the likely matches and, with the permission, the choice to create it.
 */
@Component
public class PartyChooser {

    /** Replaces a missing or invalid id; never shown. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final PeopleDirectory people;
    private final List<ChoiceSource> others;

    PartyChooser(PeopleDirectory people, List<ChoiceSource> others) {
        this.people = people;
        this.others = others;
    }

    /**
     * The field for organisations.
     *
     * @param most the maximum number chosen; 1 for a single one
     * @param lastUsed those offered without typing, likeliest first; six are shown
     */
    public ChooserField organisations(Form form, String field, int most, Collection<OrganisationId> lastUsed) {
        List<UUID> last = lastUsed.stream().map(OrganisationId::value).toList();
        return new ChooserField(new ChoiceSource.OrganisationChoiceSource(people, false), form, field, most, last);
    }

    /** The field for organisations that the directory knows: a new name is neither offered nor taken. */
    public ChooserField knownOrganisations(Form form, String field, int most) {
        return new ChooserField(new ChoiceSource.OrganisationChoiceSource(people, true), form, field, most, List.of());
    }

    /** The field for people; parameters as in {@link #organisations}. */
    public ChooserField persons(Form form, String field, int most, Collection<PersonId> lastUsed) {
        List<UUID> last = lastUsed.stream().map(PersonId::value).toList();
        return new ChooserField(new ChoiceSource.PersonChoiceSource(people), form, field, most, last);
    }

    /** The field for the person in charge of a record: on the form of a new one, its author is proposed. */
    public ChooserField responsible(Form form, String field) {
        boolean opened = form.problems().isEmpty()
                && !form.filled("version")
                && form.values(ChooserFieldNames.ofTyped(field)).isEmpty();
        if (opened && !form.filled(field)) {
            form.with(field, CurrentActor.get().personId());
        }
        return persons(form, field, 1, List.of());
    }

    /**
     * The field for one record of another module.
     *
     * @param kind that of the {@link ChoiceSource} that the module contributes
     */
    public ChooserField other(String kind, Form form, String field) {
        return new ChooserField(source(kind, true), form, field, 1, List.of());
    }

    /** The chosen record of another module; {@code null} for none. Problems are recorded on the form. */
    public @Nullable UUID chosenOther(String kind, Form form, String field) {
        return read(source(kind, true), Function.identity(), form, field, 1).first();
    }

    /** @throws NotFound if there is nothing of this kind to choose */
    private ChoiceSource source(String kind, boolean known) {
        return switch (kind) {
            case "organisations" -> new ChoiceSource.OrganisationChoiceSource(people, known);
            case "persons" -> new ChoiceSource.PersonChoiceSource(people);
            default ->
                others.stream()
                        .filter(each -> each.kind().equals(kind))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("chooser"));
        };
    }

    /** A declared field for one person. */
    public Field<PersonId> person(String name, String label) {
        return Field.<PersonId>of(
                        name,
                        label,
                        answers -> chosenPersons(answers.form(), name, 1).first(),
                        new PersonId(NOBODY))
                .formattedBy((value, t) -> displayName(value));
    }

    /** A declared field for one organisation that the directory knows. */
    public Field<OrganisationId> organisation(String name, String label) {
        return Field.<OrganisationId>of(
                        name, label, answers -> knownOrganisation(answers.form(), name), new OrganisationId(NOBODY))
                .formattedBy((value, t) -> displayName(value));
    }

    /** A declared field for several people. */
    public Field<ChosenParties<PersonId>> people(String name, String label, int most) {
        return Field.<ChosenParties<PersonId>>of(
                        name,
                        label,
                        answers -> chosenPersons(answers.form(), name, most),
                        new ChosenParties<PersonId>(List.of(), List.of()))
                .formattedBy((value, t) -> displayName(value));
    }

    /** A declared field for several organisations. */
    public Field<ChosenParties<OrganisationId>> organisations(String name, String label, int most) {
        return Field.<ChosenParties<OrganisationId>>of(
                        name,
                        label,
                        answers -> chosenOrganisations(answers.form(), name, most),
                        new ChosenParties<OrganisationId>(List.of(), List.of()))
                .formattedBy((value, t) -> displayName(value));
    }

    /** The chosen organisations; problems are recorded on the form. */
    public ChosenParties<OrganisationId> chosenOrganisations(Form form, String field, int most) {
        return read(new ChoiceSource.OrganisationChoiceSource(people, false), OrganisationId::new, form, field, most);
    }

    /** The chosen organisation, which the directory knows; {@code null} for none. A new name is refused on the form. */
    public @Nullable OrganisationId knownOrganisation(Form form, String field) {
        var known = new ChoiceSource.OrganisationChoiceSource(people, true);
        return read(known, OrganisationId::new, form, field, 1).first();
    }

    /** The chosen people; problems are recorded on the form. */
    public ChosenParties<PersonId> chosenPersons(Form form, String field, int most) {
        return read(new ChoiceSource.PersonChoiceSource(people), PersonId::new, form, field, most);
    }

    /** The name to show for an id of such a field; the value itself where the id is unknown. */
    public String displayName(String value) {
        List<UUID> ids = ChooserFieldNames.ids(List.of(value));
        return new ChoiceSource.OrganisationChoiceSource(people, false)
                .findByIds(ids).stream()
                        .findFirst()
                        .or(() -> new ChoiceSource.PersonChoiceSource(people)
                                .findByIds(ids).stream().findFirst())
                        .map(PartyChoice::brief)
                        .orElse(value);
    }

    /**
     * The organisations, people or other records whose names match the text being typed, for the list under the field.
     *
     * @param known whether only those of the directory are meant
     */
    public ChooserMatches findMatches(String kind, String typed, boolean known, int limit) {
        ChoiceSource among = source(kind, known);
        String name = typed.substring(typed.lastIndexOf(';') + 1).strip();
        if (name.isEmpty()) {
            return new ChooserMatches("", List.of(), false);
        }
        boolean fits = name.length() <= ChooserFieldNames.LONGEST;
        boolean fresh = fits && among.mayCreate() && among.findExactly(name).isEmpty();
        return new ChooserMatches(name, among.searchWithDetails(name, limit), fresh);
    }

    /**
     * The matches for a name being typed.
     *
     * @param creates whether it can be created in the directory
     */
    public record ChooserMatches(String name, List<PartyChoice> choices, boolean creates) {}

    private static <I> ChosenParties<I> read(
            ChoiceSource among, Function<UUID, I> typedId, Form form, String field, int most) {
        List<UUID> ids = new ArrayList<>(ChooserFieldNames.ids(form.values(field)));
        // Each name costs a query: a number far above the maximum is refused before.
        int given = ids.size()
                + form.values(ChooserFieldNames.ofNewcomers(field)).size()
                + ChooserFieldNames.typed(form, field).size();
        if (given > 2 * most) {
            form.reject(field, "people.chooser.most", most);
            return new ChosenParties<>(List.of(), List.of());
        }
        if (ids.size() < form.values(field).stream().distinct().count()
                || among.findByIds(ids).size() < ids.size()) {
            form.reject(field, "people.chooser." + among.kind() + ".gone");
        }
        List<String> newcomers = new ArrayList<>();
        form.values(ChooserFieldNames.ofNewcomers(field)).stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(name -> newcomer(among, form, field, name, ids, newcomers));
        List<String> left = new ArrayList<>();
        if (!ChooserFieldNames.answered(form, field, ids.size() + newcomers.size())) {
            ChooserFieldNames.typed(form, field).forEach(name -> match(among, form, field, name, ids, newcomers, left));
        }
        form.with(field, ids).with(ChooserFieldNames.ofNewcomers(field), newcomers);
        form.with(ChooserFieldNames.ofTyped(field), String.join("; ", left));
        if (ids.size() + newcomers.size() > most) {
            form.reject(field, "people.chooser.most", most);
        }
        return new ChosenParties<>(ids.stream().map(typedId).toList(), newcomers);
    }

    private static void newcomer(
            ChoiceSource among, Form form, String field, String name, List<UUID> ids, List<String> newcomers) {
        List<UUID> exact = among.findExactly(name);
        if (exact.size() == 1) {
            take(exact.get(0), ids);
        } else if (exact.isEmpty() && among.mayCreate() && name.length() <= ChooserFieldNames.LONGEST) {
            newcomers.add(name);
        } else {
            form.reject(field, "people.chooser." + among.kind() + ".unknown", name);
        }
    }

    private static void match(
            ChoiceSource among,
            Form form,
            String field,
            String name,
            List<UUID> ids,
            List<String> newcomers,
            List<String> left) {
        List<UUID> exact = among.findExactly(name);
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
