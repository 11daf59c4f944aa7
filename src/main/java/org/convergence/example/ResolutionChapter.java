package org.convergence.example;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.outreach.congress.domain.Gathering.GatheringId;
import org.convergence.outreach.congress.domain.Passport.PassportFacts;
import org.convergence.outreach.congress.domain.Passport.PassportId;
import org.convergence.outreach.congress.domain.Passport.PassportText;
import org.convergence.outreach.congress.domain.Passport.PathFacts;
import org.convergence.outreach.congress.domain.Passport.PathLevel;
import org.convergence.outreach.congress.domain.Passport.PathState;
import org.convergence.outreach.congress.domain.Passport.StepFacts;
import org.convergence.outreach.congress.domain.PassportQueries;
import org.convergence.outreach.congress.domain.PassportService;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Four resolutions on their way from local to central, one of them an emergency. */
@Component
record ResolutionChapter(PassportService passports, PassportQueries queries, AuditedOperations operations) {

    /** The gatherings at which resolutions come up. */
    record YearGatherings(
            GatheringId central, GatheringId textile, GatheringId care, GatheringId trades, GatheringId council) {}

    void enter(Actor staff, ExampleDirectory directory, LocalDate today, YearGatherings year) {
        ResolutionPaths paths = new ResolutionPaths(staff, directory, today, year);
        paths.livingWage();
        paths.domesticWork();
        paths.dueDiligence();
        paths.emergency();
    }

    private final class ResolutionPaths {

        private final Actor staff;
        private final ExampleDirectory directory;
        private final LocalDate today;
        private final YearGatherings year;

        ResolutionPaths(Actor staff, ExampleDirectory directory, LocalDate today, YearGatherings year) {
            this.staff = staff;
            this.directory = directory;
            this.today = today;
            this.year = year;
        }

        private void livingWage() {
            PassportId wage = passport(
                    "Un salaire viable dans les zones franches",
                    "Attendu que le salaire minimum ne couvre pas la nourriture d’une famille;\nAttendu que nos vêtements y sont cousus;",
                    "Que l’organisation exige des marques qu’elle achète un salaire viable, vérifié par des syndicats libres.",
                    "Exigeons un salaire viable pour celles qui cousent nos vêtements.");
            UUID local = path(wage, "scl", PathLevel.LOCAL, null, null, null);
            step(local, PathState.TABLED, -124, "Avis aux membres");
            adopt(
                    local,
                    PathState.ADOPTED,
                    -120,
                    "Procès-verbal de l’assemblée, point 8",
                    "Acheter des vêtements vérifiés");
            UUID federation = path(wage, "ftv", PathLevel.FEDERATION, year.textile(), "scl", null);
            step(federation, PathState.TABLED, -100, "Formulaire reçu par la fédération");
            step(federation, PathState.IN_BOOK, -75, "Cahier des résolutions, page 12");
            adopt(
                    federation,
                    PathState.AMENDED,
                    -60,
                    "Procès-verbal, page 31; « d’ici deux ans » est ajouté",
                    "Une clause type pour les achats d’ici deux ans");
            path(wage, "cosl", PathLevel.CENTRAL, year.central(), "ftv", null);
        }

        private void domesticWork() {
            PassportId work = passport(
                    "Ratifier la convention 189",
                    "Attendu que le travail domestique est un travail;",
                    "Que l’organisation demande au Canada de ratifier la convention 189.",
                    "");
            UUID local = path(work, "ssn", PathLevel.LOCAL, null, null, null);
            step(local, PathState.TABLED, -96, "Courriel de la secrétaire");
            adopt(local, PathState.ADOPTED, -90, "Procès-verbal, point 5", null);
            UUID federation = path(work, "fms", PathLevel.FEDERATION, year.care(), "ssn", null);
            step(federation, PathState.TABLED, -30, "Accusé de réception de la fédération");
            step(federation, PathState.IN_BOOK, -4, "Cahier des résolutions, page 3");
            UUID central = path(work, "rms", PathLevel.CENTRAL, year.trades(), "faa", null);
            step(central, PathState.TABLED, -190, "Formulaire déposé");
            step(central, PathState.IN_BOOK, -150, "Cahier des résolutions, page 40");
            step(central, PathState.NOT_REACHED, -126, "Clôture du congrès; renvoyée au conseil confédéral");
        }

        private void dueDiligence() {
            PassportId law = passport(
                    "Une loi sur la diligence raisonnable",
                    "Attendu que les entreprises d’ici ne répondent pas de leurs actes ailleurs;",
                    "Que l’organisation appuie une loi qui oblige à prévenir et à réparer.",
                    "Une loi, pas des promesses.");
            UUID region = path(law, "crmtl", PathLevel.REGIONAL, null, "segq", null);
            step(region, PathState.TABLED, -210, "Ordre du jour du conseil");
            step(region, PathState.REFERRED, -200, "Procès-verbal, point 11\u00a0: au comité de solidarité");
        }

        private void emergency() {
            PassportId fired = passport(
                    "Avec les couturières congédiées",
                    "Attendu que quarante couturières ont été congédiées pour s’être organisées;",
                    "Que l’organisation écrive à la marque et verse 500 $ au fonds de grève.",
                    "Solidarité avec les quarante.");
            UUID path = path(
                    fired,
                    "asne",
                    PathLevel.CENTRAL,
                    year.council(),
                    "fes",
                    "Quarante congédiements annoncés deux semaines avant le conseil");
            step(path, PathState.TABLED, -20, "Remise à la présidence à l’ouverture");
            adopt(path, PathState.ADOPTED, -19, "Procès-verbal, résolution d’urgence 2", "Une lettre et 500 $");
        }

        private PassportId passport(String title, String why, String resolved, String shortText) {
            return operations.callAs(
                    staff,
                    "congress.write-passport",
                    () -> passports.save(
                            null,
                            0,
                            new PassportFacts(title, List.of(new PassportText("fr", why, resolved, shortText)), null)));
        }

        private UUID path(
                PassportId passport,
                String key,
                PathLevel level,
                @Nullable GatheringId gathering,
                @Nullable String carrier,
                @Nullable String fact) {
            LocalDate happened = fact == null ? null : today.minusDays(34);
            return operations.callAs(
                    staff,
                    "congress.open-path",
                    () -> passports.addPath(
                            passport,
                            new PathFacts(
                                    CongressChapter.chosen(directory, key),
                                    level,
                                    gathering,
                                    CongressChapter.chosen(directory, carrier),
                                    happened,
                                    fact)));
        }

        private void step(UUID path, PathState state, int in, String evidence) {
            adopt(path, state, in, evidence, null);
        }

        private void adopt(UUID path, PathState state, int in, String evidence, @Nullable String bindsTo) {
            operations.runAs(
                    staff,
                    "congress.record-step",
                    () -> passports.addStep(
                            path,
                            queries.findPath(path).version(),
                            new StepFacts(
                                    state,
                                    today.plusDays(in),
                                    evidence,
                                    null,
                                    bindsTo,
                                    bindsTo == null ? null : today.plusDays(40))));
        }
    }
}
