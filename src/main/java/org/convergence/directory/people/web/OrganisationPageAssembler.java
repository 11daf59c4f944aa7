package org.convergence.directory.people.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.convergence.directory.people.ChooserField;
import org.convergence.directory.people.LastContactQueries;
import org.convergence.directory.people.LastContactQueries.OrganisationContactEvent;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PageSection;
import org.convergence.directory.people.PartyUrls;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.directory.people.domain.OrganisationQueries;
import org.convergence.directory.people.domain.OrganisationQueries.OrganisationFunctionLine;
import org.convergence.directory.people.domain.OrganisationQueries.OrganisationRelation;
import org.convergence.directory.people.web.OrganisationPageAssembler.OrganisationPage.AffiliationRow;
import org.convergence.directory.people.web.OrganisationPageAssembler.OrganisationPage.HeldFunctionRow;
import org.convergence.directory.people.web.OrganisationPageAssembler.OrganisationPage.PartyFact;
import org.convergence.directory.people.web.OrganisationPageAssembler.OrganisationPage.PartyLink;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the page of an organisation, with the latest contact that the reader may see. */
@Component
public record OrganisationPageAssembler(
        OrganisationQueries organisations,
        OrganisationSettings settings,
        PartySections sections,
        LastContactQueries contacts) {

    private static final int MEMBERS = 12;
    /** After this many months without contact, the organisation is shown as silent. */
    private static final int SILENT_AFTER_MONTHS = 12;

    static String url(OrganisationId id) {
        return OrganisationListPage.LIST + "/" + id.value();
    }

    OrganisationPage assemble(OrganisationId id, Words t) {
        OrganisationFacts facts = organisations.findById(id).facts();
        OrganisationName name = new OrganisationName(id, facts.name(), facts.shortName());
        LocalDate today = settings.today();
        List<OrganisationRelation> members = organisations.findMembers(id, today, MEMBERS + 1);
        Actor actor = CurrentActor.get();
        boolean people = actor.may(PeoplePermissions.READ_PEOPLE);
        List<OrganisationFunctionLine> functions = organisations.findFunctions(id, today, true);
        return new OrganisationPage(
                url(id),
                name.inFull(),
                DirectoryFormatter.kindAndPlace(facts.kind(), facts.place(), t),
                facts(facts, of(id, today, t), t),
                facts.note(),
                organisations.findDirectParents(id).stream()
                        .map(tie -> tie(tie, today, t))
                        .toList(),
                organisations.findAncestors(id, today).stream()
                        .filter(each -> each.depth() > 1)
                        .map(each -> link(each.organisation()))
                        .distinct()
                        .toList(),
                members.stream().limit(MEMBERS).map(tie -> tie(tie, today, t)).toList(),
                members.size() <= MEMBERS
                        ? null
                        : new PartyLink(
                                t.say("people.members.all"), OrganisationListPage.LIST + "?within=" + id.value()),
                held(functions, today, true, people, t),
                held(functions, today, false, people, t),
                sections.assemble(id, t),
                ChangeHistory.of(organisations.findChanges(id), "people.organisation", t),
                new OrganisationPage.OrganisationActions(actor.may(PeoplePermissions.EDIT)));
    }

    private static List<PartyFact> facts(OrganisationFacts facts, PartyFact heard, Words t) {
        List<PartyFact> all = new ArrayList<>();
        add(all, "people.field.other-names", facts.otherNames().isEmpty() ? null : t.list(facts.otherNames()), null, t);
        add(all, "people.field.website", facts.website() == null ? null : bare(facts.website()), facts.website(), t);
        points(all, facts.contactPoints(), t);
        all.add(heard);
        return all;
    }

    /** Adds each contact point, with its label. */
    static void points(List<PartyFact> all, List<ContactPoint> points, Words t) {
        for (ContactPoint point : points) {
            boolean mail = point.channel() == ContactPoint.ContactChannel.MAIL;
            String about = point.label() != null
                    ? point.label()
                    : point.sphere() == ContactPoint.ContactSphere.PERSONAL ? t.say("people.sphere.personal") : null;
            String name = t.say(mail ? "people.field.mail" : "people.field.phone");
            all.add(new PartyFact(
                    about == null ? name : name + " (" + about + ")",
                    point.value(),
                    mail ? "mailto:" + point.value() : "tel:" + point.value().replaceAll("[^0-9+]", "")));
        }
    }

    static void add(List<PartyFact> all, String key, @Nullable String value, @Nullable String url, Words t) {
        if (value != null) {
            all.add(new PartyFact(t.say(key), value, url));
        }
    }

    private static String bare(String website) {
        return website.replaceFirst("(?i)^https?://(www\\.)?", "").replaceFirst("/$", "");
    }

    private static AffiliationRow tie(OrganisationRelation tie, LocalDate today, Words t) {
        LocalDate until = tie.period().until();
        String period = DirectoryFormatter.period(tie.period(), t);
        String nature = t.say(tie.nature().key());
        return new AffiliationRow(
                link(tie.organisation()),
                period.isEmpty() ? nature : nature + " · " + period,
                "/directory/people/affiliations/" + tie.id().value(),
                until != null && until.isBefore(today));
    }

    private static PartyLink link(OrganisationName name) {
        return new PartyLink(name.inFull(), url(name.id()));
    }

    private static List<HeldFunctionRow> held(
            List<OrganisationFunctionLine> functions, LocalDate today, boolean current, boolean people, Words t) {
        return functions.stream()
                .filter(each -> each.period().contains(today) == current)
                .map(each -> new HeldFunctionRow(
                        each.title(),
                        new PartyLink(
                                each.person().name(),
                                people ? PartyUrls.of(each.person().id()) : null),
                        DirectoryFormatter.period(each.period(), t),
                        "/directory/people/functions/" + each.id().value()))
                .toList();
    }

    PartyFact of(OrganisationId organisation, LocalDate today, Words t) {
        return contacts.findLast(organisation)
                .map(last -> said(last, today, t))
                .orElseGet(() -> new PartyFact(t.say("people.heard"), t.say("people.heard.never"), null));
    }

    private static PartyFact said(OrganisationContactEvent last, LocalDate today, Words t) {
        boolean silent = last.day().isBefore(today.minusMonths(SILENT_AFTER_MONTHS));
        String when = last.day().equals(today) ? t.say("people.heard.today") : t.date(last.day());
        return new PartyFact(
                t.say(silent ? "people.heard.silent" : "people.heard"),
                t.say("people.heard.in", when, t.say(last.key())),
                last.url());
    }

    /**
     * An organisation with its people and its affiliations.
     *
     * @param ties its direct parents, present and past
     * @param above its indirect parents
     * @param members some of its members
     * @param allMembers the list of all members, {@code null} where there are no more
     */
    public record OrganisationPage(
            String url,
            String title,
            String lead,
            List<PartyFact> facts,
            @Nullable String note,
            List<AffiliationRow> ties,
            List<PartyLink> above,
            List<AffiliationRow> members,
            @Nullable PartyLink allMembers,
            List<HeldFunctionRow> functions,
            List<HeldFunctionRow> past,
            List<PageSection> sections,
            ChangeHistory history,
            OrganisationActions gestures) {

        /** A line of data; a link where it has an address. */
        public record PartyFact(
                String name, String value, @Nullable String url) {}

        /** Another record. */
        public record PartyLink(String name, @Nullable String url) {}

        /**
         * An affiliation.
         *
         * @param detail its nature and days
         * @param edit the page that corrects it
         * @param over whether it has ended
         */
        public record AffiliationRow(PartyLink other, String detail, String edit, boolean over) {}

        /** A function. */
        public record HeldFunctionRow(String title, PartyLink who, String period, String edit) {}

        /** The reader's permissions. */
        public record OrganisationActions(boolean edits) {}

        /**
         * The form of an organisation.
         *
         * @param title the organisation's name, {@code null} for a new one
         * @param parents the parents of a new one, {@code null} for an existing one
         * @param called another with the same name, {@code null} for none
         */
        public record OrganisationFormPage(
                @Nullable String title,
                String action,
                String cancel,
                Form form,
                @Nullable Conflict conflict,
                OrganisationChoices choices,
                @Nullable ChooserField parents,
                OrganisationPage.@Nullable PartyLink called) {

            /** The choices and suggestions. */
            public record OrganisationChoices(List<Option> kinds, List<String> places) {

                static OrganisationChoices of(Words t) {
                    return new OrganisationChoices(DirectoryFormatter.kinds(t), DirectoryFormatter.places(t));
                }
            }

            /** The rows of mail addresses and telephone numbers. */
            public List<ContactPointForm.ContactPointRow> points() {
                return ContactPointForm.rows(form);
            }
        }

        /**
         * The confirmation before a record is deleted.
         *
         * @param kind organisation or person: the key in messages
         */
        public record RecordDeletionPage(String name, String url, String kind, Form form) {}
    }
}
