package org.convergence.directory.people.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PartyPage;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.directory.people.domain.OrganisationReading;
import org.convergence.directory.people.domain.OrganisationReading.FunctionLine;
import org.convergence.directory.people.domain.OrganisationReading.Relation;
import org.convergence.directory.people.web.OrganisationPage.Fact;
import org.convergence.directory.people.web.OrganisationPage.Held;
import org.convergence.directory.people.web.OrganisationPage.Link;
import org.convergence.directory.people.web.OrganisationPage.Tie;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.audit.History;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the page of an organisation. */
@Component
class OrganisationPages {

    private static final int MEMBERS = 12;

    private final OrganisationReading reading;
    private final OrganisationSettings settings;
    private final PartySections sections;
    private final Heard heard;

    OrganisationPages(OrganisationReading reading, OrganisationSettings settings, PartySections sections, Heard heard) {
        this.heard = heard;
        this.reading = reading;
        this.settings = settings;
        this.sections = sections;
    }

    static String url(OrganisationId id) {
        return OrganisationsAsked.LIST + "/" + id.value();
    }

    OrganisationPage of(OrganisationId id, Words t) {
        OrganisationFacts facts = reading.find(id).facts();
        OrganisationName name = new OrganisationName(id, facts.name(), facts.shortName());
        LocalDate today = settings.today();
        List<Relation> members = reading.members(id, today, MEMBERS + 1);
        Actor actor = CurrentActor.get();
        boolean people = actor.may(PeoplePermissions.READ_PEOPLE);
        List<FunctionLine> functions = reading.functions(id, today, true);
        return new OrganisationPage(
                url(id),
                name.inFull(),
                Saying.kindAndPlace(facts.kind(), facts.place(), t),
                facts(facts, heard.of(id, today, t), t),
                facts.note(),
                reading.ties(id).stream().map(tie -> tie(tie, today, t)).toList(),
                reading.upward(id, today).stream()
                        .filter(each -> each.depth() > 1)
                        .map(each -> link(each.organisation()))
                        .distinct()
                        .toList(),
                members.stream().limit(MEMBERS).map(tie -> tie(tie, today, t)).toList(),
                members.size() <= MEMBERS
                        ? null
                        : new Link(t.say("people.members.all"), OrganisationsAsked.LIST + "?within=" + id.value()),
                held(functions, today, true, people, t),
                held(functions, today, false, people, t),
                sections.of(id, t),
                History.of(reading.changes(id), "people.organisation", t),
                new OrganisationPage.Gestures(actor.may(PeoplePermissions.EDIT), people));
    }

    private static List<Fact> facts(OrganisationFacts facts, Fact heard, Words t) {
        List<Fact> all = new ArrayList<>();
        add(all, "people.field.other-names", facts.otherNames().isEmpty() ? null : t.list(facts.otherNames()), null, t);
        add(all, "people.field.website", facts.website() == null ? null : bare(facts.website()), facts.website(), t);
        points(all, facts.contactPoints(), t);
        all.add(heard);
        return all;
    }

    /** Adds each contact point, with its label. */
    static void points(List<Fact> all, List<ContactPoint> points, Words t) {
        for (ContactPoint point : points) {
            boolean mail = point.channel() == ContactPoint.Channel.MAIL;
            String about = point.label() != null
                    ? point.label()
                    : point.sphere() == ContactPoint.Sphere.PERSONAL ? t.say("people.sphere.personal") : null;
            String name = t.say(mail ? "people.field.mail" : "people.field.phone");
            all.add(new Fact(
                    about == null ? name : name + " (" + about + ")",
                    point.value(),
                    mail ? "mailto:" + point.value() : "tel:" + point.value().replaceAll("[^0-9+]", "")));
        }
    }

    static void add(List<Fact> all, String key, @Nullable String value, @Nullable String url, Words t) {
        if (value != null) {
            all.add(new Fact(t.say(key), value, url));
        }
    }

    private static String bare(String website) {
        return website.replaceFirst("(?i)^https?://(www\\.)?", "").replaceFirst("/$", "");
    }

    private static Tie tie(Relation tie, LocalDate today, Words t) {
        LocalDate until = tie.period().until();
        String period = Saying.period(tie.period(), t);
        String nature = t.say(tie.nature().key());
        return new Tie(
                link(tie.organisation()),
                period.isEmpty() ? nature : nature + " · " + period,
                "/directory/people/affiliations/" + tie.id().value(),
                until != null && until.isBefore(today));
    }

    private static Link link(OrganisationName name) {
        return new Link(name.inFull(), url(name.id()));
    }

    private static List<Held> held(
            List<FunctionLine> functions, LocalDate today, boolean current, boolean people, Words t) {
        return functions.stream()
                .filter(each -> each.period().contains(today) == current)
                .map(each -> new Held(
                        each.title(),
                        new Link(
                                each.person().name(),
                                people ? PartyPage.of(each.person().id()) : null),
                        Saying.period(each.period(), t),
                        "/directory/people/functions/" + each.id().value()))
                .toList();
    }
}
