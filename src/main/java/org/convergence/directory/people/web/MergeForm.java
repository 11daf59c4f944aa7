package org.convergence.directory.people.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.merging.RecordMerge.MergeSource;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** The form fields of two records side by side. */
final class MergeForm {

    static final String FROM = "from";

    private static final Set<String> SEVERAL = Set.of("languages", "points", "note", "otherNames");

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("givenName", "people.field.given-name"),
            Map.entry("familyName", "people.field.family-name"),
            Map.entry("displayForm", "people.field.display-form"),
            Map.entry("pronoun", "people.field.pronoun"),
            Map.entry("languages", "people.field.languages"),
            Map.entry("points", "people.points"),
            Map.entry("note", "people.field.note"),
            Map.entry("name", "people.field.name"),
            Map.entry("shortName", "people.field.short-name"),
            Map.entry("otherNames", "people.field.other-names"),
            Map.entry("kind", "people.field.kind"),
            Map.entry("place", "people.field.place"),
            Map.entry("website", "people.field.website"));

    private MergeForm() {}

    static String url(String kind, UUID id) {
        return "/directory/people/" + kind + "/" + id;
    }

    /**
     * The page with both records.
     *
     * @param from the page of ours to return to; empty for the kept record
     */
    static String comparisonUrl(String kind, UUID kept, UUID other, String from) {
        return PageAddress.of(url(kind, kept) + "/replace")
                .with("other", other.toString())
                .with(FROM, from)
                .toString();
    }

    /** The page to go to afterwards. */
    static String nextUrl(String kind, UUID kept, Form form) {
        return SeeOther.isLocal(form.value(FROM)) ? form.value(FROM) : url(kind, kept);
    }

    /** A person's data by field, as shown. */
    static Map<String, String> formatValues(PersonFacts facts, Words t) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("givenName", facts.givenName());
        all.put("familyName", facts.familyName());
        all.put("displayForm", orEmpty(facts.displayForm()));
        all.put("pronoun", orEmpty(facts.pronoun()));
        all.put("languages", facts.languages().stream().map(t::languageName).collect(Collectors.joining("\n")));
        all.put("points", points(facts.contactPoints(), t));
        all.put("note", orEmpty(facts.note()));
        return all;
    }

    /** An organisation's data by field, as shown. */
    static Map<String, String> formatValues(OrganisationFacts facts, Words t) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("name", facts.name());
        all.put("shortName", orEmpty(facts.shortName()));
        all.put("otherNames", String.join("\n", facts.otherNames()));
        all.put("kind", t.say("people.organisation.value.kind." + facts.kind().name()));
        all.put("place", facts.place() == null ? "" : DirectoryFormatter.formatPlace(facts.place(), t));
        all.put("website", orEmpty(facts.website()));
        all.put("points", points(facts.contactPoints(), t));
        all.put("note", orEmpty(facts.note()));
        return all;
    }

    private static String points(List<ContactPoint> points, Words t) {
        return points.stream()
                .map(each -> each.value() + " ("
                        + (each.label() != null
                                ? each.label()
                                : t.say(
                                        each.sphere() == ContactPoint.ContactSphere.PERSONAL
                                                ? "people.sphere.personal"
                                                : "people.sphere.professional"))
                        + ")")
                .collect(Collectors.joining("\n"));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The fields in which the two differ. */
    static List<MergePage.MergeField> differing(Map<String, String> kept, Map<String, String> other, Words t) {
        List<MergePage.MergeField> all = new ArrayList<>();
        kept.forEach((field, value) -> {
            String theirs = Objects.requireNonNull(other.get(field));
            if (!theirs.equals(value)) {
                boolean several = SEVERAL.contains(field) && !value.isEmpty() && !theirs.isEmpty();
                all.add(new MergePage.MergeField(field, label(field, t), value, theirs, several));
            }
        });
        return all;
    }

    /** The fields that are equal, in words. */
    static List<String> same(Map<String, String> kept, Map<String, String> other, Words t) {
        return kept.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty() && each.getValue().equals(other.get(each.getKey())))
                .map(each -> t.say(
                        "people.replace.said",
                        label(each.getKey(), t),
                        each.getValue().replace("\n", ", ")))
                .toList();
    }

    private static String label(String field, Words t) {
        return t.say(Objects.requireNonNull(LABELS.get(field)));
    }

    /**
     * The proposal for an unchosen field: both for several values, otherwise the filled one, otherwise the kept one.
     */
    static void propose(List<MergePage.MergeField> fields, Form form) {
        fields.stream()
                .filter(each -> form.value(each.field()).isEmpty())
                .forEach(each -> form.with(
                        each.field(),
                        each.several()
                                ? MergeSource.BOTH
                                : each.kept().isEmpty() ? MergeSource.OTHER : MergeSource.KEPT));
    }

    /** The chosen sources, by field. */
    static Map<String, MergeSource> read(Form form, FormValues answers) {
        Map<String, MergeSource> takes = new LinkedHashMap<>();
        for (String field : LABELS.keySet()) {
            MergeSource take = answers.optionalChoice(field, MergeSource.class);
            if (take != null) {
                takes.put(field, take);
            }
        }
        return takes;
    }
}
