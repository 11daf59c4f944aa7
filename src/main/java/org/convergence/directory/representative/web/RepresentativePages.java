package org.convergence.directory.representative.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convergence.directory.representative.Correctable;
import org.convergence.directory.representative.RepresentativeSection;
import org.convergence.directory.representative.domain.LinkKeeping;
import org.convergence.directory.representative.domain.RepresentativeOpening;
import org.convergence.directory.representative.domain.RepresentativeOpening.Opened;
import org.convergence.platform.publicform.PublicWords;
import org.convergence.platform.publicform.Shield;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the page of an organisation together, in French, English or Spanish. */
@Component
class RepresentativePages {

    private final RepresentativeOpening opening;
    private final PublicWords words;
    private final OrganisationSettings settings;

    RepresentativePages(RepresentativeOpening opening, PublicWords words, OrganisationSettings settings) {
        this.opening = opening;
        this.words = words;
        this.settings = settings;
    }

    /**
     * What was sent and did not pass.
     *
     * @param typed by place; empty where nothing was sent
     * @param problems keys of sentences by place
     * @param refused why it was not taken as it came; {@code null} where it was
     */
    record Sent(
            Map<String, String> typed,
            Map<String, String> problems,
            @Nullable String refused) {

        static final Sent NOTHING = new Sent(Map.of(), Map.of(), null);
    }

    RepresentativePage of(String secret, Words t, Shield shield, Sent sent, @Nullable String done) {
        Opened opened = opening.open(secret, t);
        String action = LinkKeeping.PATH + secret;
        List<RepresentativePage.Problem> problems = new ArrayList<>();
        List<RepresentativePage.Group> groups = new ArrayList<>();
        opened.groups().forEach((kind, items) -> {
            if (!items.isEmpty()) {
                groups.add(new RepresentativePage.Group(
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
                words.others(t),
                done,
                sent.refused(),
                groups,
                opened.sections().stream().map(each -> part(each, action)).toList(),
                shield,
                problems);
    }

    private static RepresentativePage.Item item(
            String kind,
            Correctable.Item item,
            Map<String, String> pending,
            Sent sent,
            List<RepresentativePage.Problem> problems,
            Words t) {
        return new RepresentativePage.Item(
                item.title(),
                item.fields().stream()
                        .map(field -> {
                            String place = kind + "/" + item.id() + "/" + field.name();
                            String id = "f-" + place.replaceAll("[^a-z0-9]", "-");
                            String key = sent.problems().get(place);
                            String problem = key == null ? null : t.say(key);
                            if (problem != null) {
                                problems.add(new RepresentativePage.Problem(
                                        id, item.title() + " – " + field.label(), problem));
                            }
                            String proposed = pending.get(place);
                            return new RepresentativePage.Field(
                                    place,
                                    id,
                                    field.label(),
                                    field.input().type(),
                                    sent.typed().getOrDefault(place, proposed == null ? field.value() : proposed),
                                    proposed == null ? "" : stands(field.value(), t),
                                    problem);
                        })
                        .toList());
    }

    private static String stands(String value, Words t) {
        return value.isEmpty() ? t.say("public.representative.waits") : t.say("public.representative.waits.now", value);
    }

    private static RepresentativePage.Part part(RepresentativeSection.Section section, String action) {
        return new RepresentativePage.Part(
                section.title(),
                section.lines().stream()
                        .map(line -> new RepresentativePage.Line(
                                line.label(),
                                line.detail(),
                                line.file() == null ? null : action + "/file/" + line.file()))
                        .toList());
    }
}
