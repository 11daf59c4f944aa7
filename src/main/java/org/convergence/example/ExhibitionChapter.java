package org.convergence.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.outreach.exhibition.domain.Exhibition.BookingFacts;
import org.convergence.outreach.exhibition.domain.Exhibition.ExhibitionFacts;
import org.convergence.outreach.exhibition.domain.Exhibition.ExhibitionId;
import org.convergence.outreach.exhibition.domain.Exhibition.PanelDamage;
import org.convergence.outreach.exhibition.domain.Exhibition.ReportFacts;
import org.convergence.outreach.exhibition.domain.Exhibition.ReportMoment;
import org.convergence.outreach.exhibition.domain.Exhibition.TravelDays;
import org.convergence.outreach.exhibition.domain.ExhibitionPicture.ConsentScope;
import org.convergence.outreach.exhibition.domain.ExhibitionPicture.ExhibitionPictureId;
import org.convergence.outreach.exhibition.domain.ExhibitionPicture.PictureFacts;
import org.convergence.outreach.exhibition.domain.ExhibitionPicture.PictureText;
import org.convergence.outreach.exhibition.domain.ExhibitionQueries;
import org.convergence.outreach.exhibition.domain.ExhibitionService;
import org.convergence.outreach.exhibition.domain.PictureService;
import org.convergence.outreach.exhibition.domain.StopService;
import org.convergence.plan.realisation.DayRange;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** An exhibition with eight stops, one of which bent a panel; a host who wants taken days, and one not retained. */
@Component
record ExhibitionChapter(
        ExhibitionService exhibitions,
        StopService stops,
        ExhibitionQueries queries,
        AuditedOperations operations,
        PictureService pictures,
        DocumentService documents) {

    /** The regions of the towns, which are fictional. */
    private static final Map<String, String> REGIONS = Map.of(
            "Trois-Rives", "QC-04",
            "Vallée-aux-Pins", "QC-15",
            "Les Remparts", "QC-03",
            "Le Grand Quai", "QC-06",
            "Sept-Rivières", "QC-09",
            "Les Fjords", "QC-02",
            "Rivière-aux-Cèdres", "QC-14");

    void enter(ExampleActors hands, ExampleDirectory directory, ExampleCalendar calendar) {
        LocalDate today = calendar.today();
        Actor staff = hands.actorOf(ExampleUser.WAPIKONI);
        operations.runAs(staff, "exhibition.save", () -> {
            PersonId person = new PersonId(Objects.requireNonNull(staff.personId()));
            ExhibitionId id = exhibitions.save(
                    null,
                    0,
                    new ExhibitionFacts(
                            "Mains d’ici, mains d’ailleurs", 24, 18_000, 40, new TravelDays(1, 2, 1), person, null));
            Circuit circuit = new Circuit(id, directory, today);
            circuit.returned("cegep", "Trois-Rives", -300, -280, 410, List.of());
            circuit.returned("crest", "Vallée-aux-Pins", -268, -250, 180, List.of());
            circuit.returned("sbe", "Vallée-aux-Pins", -240, -215, 95, List.of());
            circuit.returned("mgi", "Trois-Rives", -200, -180, 130, List.of());
            circuit.returned(
                    "crcap",
                    "Les Remparts",
                    -120,
                    -100,
                    260,
                    List.of(new PanelDamage(7, "Coin plié, la photo est marquée")));
            UUID out = circuit.signed("crmtl", "Le Grand Quai", -20, 5);
            circuit.report(out, ReportMoment.DEPARTURE, -23, List.of());
            circuit.signed("crcn", "Sept-Rivières", 20, 40);
            circuit.reserved("crsag", "Les Fjords", 60, 80);
            circuit.asked("tsm", "Trois-Rives", 30, 45);
            UUID declined = circuit.asked("cff", "Rivière-aux-Cèdres", 90, 100);
            exhibitions.drop(declined, 1, "La salle n’a que 15 m de mur.");
            addPictures(id, today);
        });
    }

    /**
     * Four photographs online, as the current actor: two with words in two languages, one whose consent ends soon, one
     * withdrawn.
     */
    private void addPictures(ExhibitionId exhibition, LocalDate today) {
        addPicture(
                exhibition,
                1,
                "bajio",
                null,
                new PictureText(
                        "fr",
                        "La maison des promotrices",
                        "Une maison basse sous deux guirlandes de papier découpé; une dizaine de personnes devant la porte.",
                        "C’est ici que se tiennent les assemblées, le dimanche."),
                new PictureText(
                        "es",
                        "La casa de las promotoras",
                        "Una casa baja bajo dos guirnaldas de papel picado; unas diez personas ante la puerta.",
                        ""));
        addPicture(
                exhibition,
                2,
                "nuit",
                null,
                new PictureText(
                        "fr",
                        "Pendant que la ville dort",
                        "Une file de personnes avec des lampes, au pied d’immeubles éclairés, sous la lune.",
                        ""),
                new PictureText(
                        "en",
                        "While the city sleeps",
                        "A line of people with lamps, below lit buildings, under the moon.",
                        ""));
        addPicture(
                exhibition,
                3,
                "serre",
                today.plusDays(9),
                new PictureText(
                        "fr",
                        "Dans la serre",
                        "L’intérieur d’une serre, où des personnes travaillent entre les rangs.",
                        ""));
        ExhibitionPictureId withdrawn = addPicture(
                exhibition,
                4,
                "riviere",
                null,
                new PictureText("fr", "Au bord de la rivière", "Des personnes au bord d’une rivière.", ""));
        pictures.setOnline(exhibition, true);
        pictures.withdraw(exhibition, withdrawn);
    }

    private ExhibitionPictureId addPicture(
            ExhibitionId exhibition, int number, String file, @Nullable LocalDate until, PictureText... texts) {
        List<PictureText> words = new ArrayList<>(List.of(texts));
        var picture = new ClassPathResource("example/images/" + file + ".jpg");
        try (PreparedDocument prepared = documents.prepare(Upload.of(file + ".jpg", picture))) {
            return pictures.add(
                    exhibition,
                    new PictureFacts(
                            number,
                            "Collectif d’images de l’exemple",
                            "Formulaire " + number + ", classeur du local",
                            ConsentScope.BOTH,
                            until,
                            words),
                    prepared);
        }
    }

    /** Takes bookings as far as they are. */
    private class Circuit {

        private final ExhibitionId id;
        private final ExampleDirectory directory;
        private final LocalDate today;

        Circuit(ExhibitionId id, ExampleDirectory directory, LocalDate today) {
            this.id = id;
            this.directory = directory;
            this.today = today;
        }

        UUID asked(String host, String city, int from, int to) {
            return exhibitions.book(
                    id,
                    new BookingFacts(
                            directory.organisation(host),
                            "",
                            null,
                            city,
                            REGIONS.get(city),
                            null,
                            new DayRange(today.plusDays(from), today.plusDays(to))));
        }

        UUID reserved(String host, String city, int from, int to) {
            UUID booking = asked(host, city, from, to);
            exhibitions.check(
                    booking, 1, "42 m de mur, crochets à 2 m.", "Salle fermée à clé le soir, gicleurs au plafond.");
            exhibitions.reserve(booking, version(booking));
            return booking;
        }

        UUID signed(String host, String city, int from, int to) {
            UUID booking = reserved(host, city, from, to);
            LocalDate on = today.plusDays(Math.min(from - 40, -10));
            exhibitions.sign(booking, version(booking), on, true, true);
            return booking;
        }

        void returned(String host, String city, int from, int to, int people, List<PanelDamage> damage) {
            UUID booking = signed(host, city, from, to);
            report(booking, ReportMoment.DEPARTURE, from - 3, List.of());
            report(booking, ReportMoment.RETURN, to + 3, damage);
            stops.count(booking, version(booking), people);
        }

        void report(UUID booking, ReportMoment moment, int day, List<PanelDamage> damage) {
            ReportFacts facts = new ReportFacts(today.plusDays(day), "L’équipe du montage", damage);
            stops.report(booking, version(booking), moment, facts, List.of());
        }

        private int version(UUID booking) {
            return queries.findBooking(booking).version();
        }
    }
}
