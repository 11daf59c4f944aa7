package org.convergence.example;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.example.ResolutionChapter.YearGatherings;
import org.convergence.outreach.congress.domain.Gathering.DeadlineFacts;
import org.convergence.outreach.congress.domain.Gathering.DeadlineKind;
import org.convergence.outreach.congress.domain.Gathering.DeadlineState;
import org.convergence.outreach.congress.domain.Gathering.GatheringFacts;
import org.convergence.outreach.congress.domain.Gathering.GatheringId;
import org.convergence.outreach.congress.domain.Gathering.GatheringKind;
import org.convergence.outreach.congress.domain.GatheringDeadlineService;
import org.convergence.outreach.congress.domain.GatheringService;
import org.convergence.outreach.congress.domain.Representation.RepresentationFacts;
import org.convergence.outreach.congress.domain.Representation.RepresentationId;
import org.convergence.outreach.congress.domain.Representation.RepresentationOrigin;
import org.convergence.outreach.congress.domain.Representation.RepresentationResult;
import org.convergence.outreach.congress.domain.RepresentationService;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A year of congresses: ten gatherings, who went and what came back, and three presentations.
 */
@Component
record CongressChapter(
        GatheringService gatherings,
        GatheringDeadlineService deadlines,
        RepresentationService representations,
        ResolutionChapter resolutions,
        AuditedOperations operations) {

    private static final String RULE =
            "Un fait survenu après l’échéance, expliqué par écrit; l’assemblée décide aux deux tiers de la recevoir.";

    void enter(ExampleActors hands, ExampleDirectory directory, ExampleCalendar calendar) {
        Actor staff = hands.actorOf(ExampleUser.IDRISS);
        new UnionYear(staff, directory, calendar.today()).enter();
    }

    static ChosenParties<OrganisationId> chosen(ExampleDirectory directory, @Nullable String key) {
        return new ChosenParties<>(key == null ? List.of() : List.of(directory.organisation(key)), List.of());
    }

    private final class UnionYear {

        private final Actor staff;
        private final ExampleDirectory directory;
        private final LocalDate today;

        UnionYear(Actor staff, ExampleDirectory directory, LocalDate today) {
            this.staff = staff;
            this.directory = directory;
            this.today = today;
        }

        void enter() {
            GatheringId central = gathering("cosl", GatheringKind.CONGRESS, "31e congrès", 74, 4, "Québec", 3);
            note(
                    central,
                    deadline(central, DeadlineKind.RESOLUTIONS, null, 60, "Au plus tard 60 jours avant l’ouverture"),
                    DeadlineState.BEGUN);
            deadline(central, DeadlineKind.KIOSK, 50, null, "Demandes de kiosque reçues jusqu’à cette date");
            deadline(central, DeadlineKind.BULLETIN, 21, null, null);
            visit("cosl", central, "Kiosque et mot de solidarité", null, 74, "Le salaire viable, d’ici à Ouanaminthe.");
            GatheringId council = gathering("asne", GatheringKind.COUNCIL, "Conseil d’automne", -20, 2, "Lévis", null);
            note(
                    council,
                    deadline(council, DeadlineKind.RESOLUTIONS, null, 30, "Un mois avant le conseil"),
                    DeadlineState.DONE);
            GatheringId textile =
                    gathering("ftv", GatheringKind.CONGRESS, "Congrès du textile", -62, 3, "Drummondville", 2);
            GatheringId care = gathering("fms", GatheringKind.COUNCIL, "Conseil fédéral", 33, 2, "Laval", null);
            deadline(care, DeadlineKind.REGISTRATION, 9, null, "Inscriptions fermées à midi");
            GatheringId trades = gathering("rms", GatheringKind.CONGRESS, "19e congrès", -130, 5, "Montréal", 3);
            gathering("crm", GatheringKind.ASSEMBLY, "Assemblée régionale", 16, 1, "Trois-Rivières", 1);
            gathering("crmtl", GatheringKind.COUNCIL, "Conseil de Montréal", -200, 1, "Montréal", null);
            gathering("crcap", GatheringKind.COMMITTEE, "Comité d’éducation", 18, 1, null, null);
            gathering("scl", GatheringKind.ASSEMBLY, "Assemblée générale", -120, 1, "Louiseville", 1);
            gathering("asne", GatheringKind.CONGRESS, "Congrès de l’Alliance", 230, 90, null, 3);
            done(
                    visit("ftv", textile, "Kiosque sur les zones franches", null, -62, "Les trois demandes."),
                    180,
                    "Deux sections veulent l’atelier; la présidente parle de nous à l’ouverture.",
                    "Envoyer la trousse textile aux sections",
                    6);
            presentations();
            forum();
            resolutions.enter(staff, directory, today, new YearGatherings(central, textile, care, trades, council));
        }

        private void presentations() {
            visit("fes", null, "Le Colis à toute heure, en vingt minutes", "Comité de solidarité", 11, null);
            visit("crcn", null, "Qui nous sommes, ce que votre cotisation permet", "Exécutif", null, null);
            done(
                    visit("spce", null, "Celles qui prennent soin", "Exécutif", -40, "La convention 189."),
                    9,
                    "L’exécutif portera la résolution à sa fédération.",
                    null,
                    0);
        }

        /** A forum of others: what we brought, and what its final declaration took up. */
        private void forum() {
            GatheringId days =
                    gathering("crcn", GatheringKind.FORUM, "Journées régionales de la solidarité", -35, 3, "Québec", 1);
            RepresentationId visit = visit(
                    "crcn", days, "Table ronde sur le vêtement", null, -34, "Une demande\u00a0: acheter sans misère.");
            operations.runAs(
                    staff,
                    "congress.report",
                    () -> representations.report(
                            visit,
                            1,
                            new RepresentationResult(
                                    today.minusDays(34),
                                    120,
                                    "Trois groupes veulent travailler sur l’achat public.",
                                    "Une proposition sur l’achat public, et l’atelier du vêtement",
                                    "L’achat public responsable, déclaration finale, point 4",
                                    null,
                                    null)));
            gathering("crcn", GatheringKind.FORUM, "Journées régionales de la solidarité", 330, 3, null, 1);
        }

        private GatheringId gathering(
                String key,
                GatheringKind kind,
                String title,
                int from,
                int days,
                @Nullable String place,
                @Nullable Integer years) {
            return operations.callAs(
                    staff,
                    "congress.save",
                    () -> gatherings.save(
                            null,
                            0,
                            new GatheringFacts(
                                    chosen(directory, key),
                                    kind,
                                    title,
                                    today.plusDays(from),
                                    today.plusDays(from + days - 1L),
                                    days > 30,
                                    place,
                                    years,
                                    days > 30
                                            ? "Au téléphone\u00a0: l’été ou le début de l’automne"
                                            : "Avis de convocation",
                                    null,
                                    kind == GatheringKind.COMMITTEE ? null : RULE,
                                    kind == GatheringKind.FORUM && days < 30,
                                    directory.person("idriss"))));
        }

        private UUID deadline(
                GatheringId gathering,
                DeadlineKind kind,
                @Nullable Integer in,
                @Nullable Integer before,
                @Nullable String words) {
            LocalDate day = in == null ? null : today.plusDays(in);
            return operations.callAs(
                    staff,
                    "congress.add-deadline",
                    () -> deadlines.addDeadline(gathering, new DeadlineFacts(kind, day, before, words, null)));
        }

        private void note(GatheringId gathering, UUID deadline, DeadlineState state) {
            operations.runAs(staff, "congress.set-deadline", () -> deadlines.setDeadline(gathering, deadline, state));
        }

        private RepresentationId visit(
                String key,
                @Nullable GatheringId gathering,
                String topic,
                @Nullable String audience,
                @Nullable Integer in,
                @Nullable String brief) {
            return operations.callAs(
                    staff,
                    "congress.plan-representation",
                    () -> representations.save(
                            null,
                            0,
                            new RepresentationFacts(
                                    chosen(directory, key),
                                    gathering,
                                    topic,
                                    audience,
                                    gathering == null ? RepresentationOrigin.ASKED : RepresentationOrigin.OFFERED,
                                    today.plusDays(in == null ? -4 : Math.min(in, 0) - 20L),
                                    in == null ? null : today.plusDays(in),
                                    directory.person("idriss"),
                                    directory.person("nadege"),
                                    brief,
                                    gathering == null ? "Trousse textile" : null,
                                    null,
                                    null)));
        }

        private void done(RepresentationId id, int people, String cameBack, @Nullable String promised, int due) {
            operations.runAs(staff, "congress.report", () -> {
                LocalDate on =
                        Objects.requireNonNull(representations.findById(id).plannedOn());
                representations.report(
                        id,
                        1,
                        new RepresentationResult(
                                on,
                                people,
                                cameBack,
                                null,
                                null,
                                promised,
                                promised == null ? null : today.plusDays(due)));
            });
        }
    }
}
