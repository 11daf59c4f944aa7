package org.convergence.directory.representative.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convergence.directory.representative.CorrectionSource;
import org.convergence.directory.representative.RepresentativeSection;
import org.convergence.directory.representative.domain.RepresentativeLinkAccess;
import org.convergence.directory.representative.domain.RepresentativeLinkAccess.OpenedOrganisation;
import org.convergence.directory.representative.domain.RepresentativeLinkService;
import org.convergence.platform.publicform.FormShield;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.TranslatedPage;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the page of an organisation, in French, English or Spanish. */
@Component
public record RepresentativePageAssembler(
        RepresentativeLinkAccess representativeLinkAccess, PublicLanguages words, OrganisationSettings settings) {

    /**
     * A rejected submission.
     *
     * @param typed by place; empty where nothing was sent
     * @param problems message keys by place
     * @param refused why the form was refused; {@code null} where it was not
     */
    record RejectedSubmission(
            Map<String, String> typed,
            Map<String, String> problems,
            @Nullable String refused) {

        static final RejectedSubmission NOTHING = new RejectedSubmission(Map.of(), Map.of(), null);
    }

    RepresentativePage assemble(
            String secret, Words t, FormShield shield, RejectedSubmission sent, @Nullable String done) {
        OpenedOrganisation opened = representativeLinkAccess.open(secret, t);
        String action = RepresentativeLinkService.PATH + secret;
        List<RepresentativePage.CorrectionProblem> problems = new ArrayList<>();
        List<RepresentativePage.CorrectionGroup> groups = new ArrayList<>();
        opened.groups().forEach((kind, items) -> {
            if (!items.isEmpty()) {
                groups.add(new RepresentativePage.CorrectionGroup(
                        t.say("public.representative.kind." + kind),
                        t.say("public.representative.help." + kind),
                        items.stream()
                                .map(item -> item(kind, item, opened.pending(), sent, problems, t))
                                .toList()));
            }
        });
        return new RepresentativePage(
                t,
                settings.current().name(),
                opened.organisation().name(),
                action,
                words.otherOptions(t),
                done,
                sent.refused(),
                groups,
                opened.sections().stream().map(each -> part(each, action)).toList(),
                shield,
                problems);
    }

    private static RepresentativePage.CorrectionItem item(
            String kind,
            CorrectionSource.CorrectableItem item,
            Map<String, String> pending,
            RejectedSubmission sent,
            List<RepresentativePage.CorrectionProblem> problems,
            Words t) {
        return new RepresentativePage.CorrectionItem(
                item.title(),
                item.fields().stream()
                        .map(field -> field(kind, item, field, pending, sent, problems, t))
                        .toList());
    }

    private static RepresentativePage.CorrectionField field(
            String kind,
            CorrectionSource.CorrectableItem item,
            CorrectionSource.CorrectableField field,
            Map<String, String> pending,
            RejectedSubmission sent,
            List<RepresentativePage.CorrectionProblem> problems,
            Words t) {
        String place = kind + "/" + item.id() + "/" + field.name();
        String title = item.title() + " – " + field.label();
        String proposed = pending.get(place);
        String problem = problem(place, title, sent, problems, t);
        return new RepresentativePage.CorrectionField(
                place,
                id(place),
                field.label(),
                field.input().type(),
                sent.typed().getOrDefault(place, proposed == null ? field.value() : proposed),
                proposed == null ? "" : stands(field, t),
                problem,
                field.input().hasDay() ? day(place + "/day", pending, sent, problems, t) : null);
    }

    private static RepresentativePage.CorrectionDay day(
            String place,
            Map<String, String> pending,
            RejectedSubmission sent,
            List<RepresentativePage.CorrectionProblem> problems,
            Words t) {
        return new RepresentativePage.CorrectionDay(
                place,
                id(place),
                sent.typed().getOrDefault(place, pending.getOrDefault(place, "")),
                problem(place, t.say("public.representative.field.day"), sent, problems, t));
    }

    private static String id(String place) {
        return "f-" + place.replaceAll("[^a-z0-9]", "-");
    }

    private static @Nullable String problem(
            String place,
            String label,
            RejectedSubmission sent,
            List<RepresentativePage.CorrectionProblem> problems,
            Words t) {
        String key = sent.problems().get(place);
        if (key == null) {
            return null;
        }
        String problem = t.say(key);
        problems.add(new RepresentativePage.CorrectionProblem(id(place), label, problem));
        return problem;
    }

    private static String stands(CorrectionSource.CorrectableField field, Words t) {
        return field.value().isEmpty()
                ? t.say("public.representative.waits")
                : t.say(
                        "public.representative.waits.now",
                        CorrectionValueFormatter.format(field.input(), field.value(), t));
    }

    private static RepresentativePage.ContributedSection part(
            RepresentativeSection.LinkPageSection section, String action) {
        return new RepresentativePage.ContributedSection(
                section.title(),
                section.lines().stream()
                        .map(line -> new RepresentativePage.ContributedLine(
                                line.label(),
                                line.detail(),
                                line.file() == null ? null : action + "/file/" + line.file()))
                        .toList());
    }

    /**
     * The page of an organisation by its link.
     *
     * @param words in the reader's language, not that of staff pages
     * @param house the name of our organisation
     * @param done the result of the last submission; {@code null} for none
     * @param problems each with its field and message; empty for none
     */
    public record RepresentativePage(
            Words words,
            String house,
            String organisation,
            String action,
            List<Option> languages,
            @Nullable String done,
            @Nullable String refused,
            List<CorrectionGroup> groups,
            List<ContributedSection> parts,
            FormShield shield,
            List<CorrectionProblem> problems)
            implements TranslatedPage {

        /** The items of one kind, under a heading. */
        public record CorrectionGroup(String title, String help, List<CorrectionItem> items) {}

        /** An item: a person, the headcount, anything else. */
        public record CorrectionItem(String title, List<CorrectionField> fields) {}

        /**
         * A field.
         *
         * @param value as typed or proposed, otherwise the present value
         * @param stands the present value where another is proposed, otherwise empty
         * @param type of the input; empty for several lines
         * @param day the field of its day; {@code null} for none
         */
        public record CorrectionField(
                String name,
                String id,
                String label,
                String type,
                String value,
                String stands,
                @Nullable String problem,
                @Nullable CorrectionDay day) {

            public CorrectionField {
                // A browser shows nothing for an invalid date.
                type = type.equals("date") ? dateOrText(value) : type;
            }
        }

        /** The day of a value, as typed; empty for none. */
        public record CorrectionDay(
                String name,
                String id,
                String value,
                @Nullable String problem) {

            public String type() {
                return dateOrText(value);
            }
        }

        private static String dateOrText(String value) {
            return value.isEmpty() || TextParser.date(value).isPresent() ? "date" : "text";
        }

        /** The problem of a value. */
        public record CorrectionProblem(String id, String label, String sentence) {}

        /** A section contributed by another module. */
        public record ContributedSection(String title, List<ContributedLine> lines) {}

        /**
         * A line of a section.
         *
         * @param url the file it links to; {@code null} for none
         */
        public record ContributedLine(
                String label, String detail, @Nullable String url) {}
    }
}
