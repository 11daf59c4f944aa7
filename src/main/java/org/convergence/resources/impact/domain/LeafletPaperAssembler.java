package org.convergence.resources.impact.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.convergence.plan.realisation.RealisationFigures;
import org.convergence.platform.geography.Place;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Inline;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.text.Words;
import org.convergence.resources.impact.domain.StoryPolicy.Story;
import org.jspecify.annotations.Nullable;

/** Builds the paper of a leaflet from its content. */
final class LeafletPaperAssembler {

    /** Version of the layout; raising it makes all leaflets again. */
    static final int SHAPE = 1;

    private static final int NAMED_ABOVE = 4;

    private final LeafletContent told;
    private final Words t;

    private LeafletPaperAssembler(LeafletContent told, Words t) {
        this.told = told;
        this.t = t;
    }

    /**
     * The whole paper.
     *
     * @param most the maximum number of stories
     * @param picture whether the photograph is shown
     */
    static Paper assemble(
            LeafletContent told, Words t, int most, boolean picture, Function<UUID, byte @Nullable []> pictures) {
        return new LeafletPaperAssembler(told, t).paper(most, picture, pictures);
    }

    private Paper paper(int most, boolean picture, Function<UUID, byte @Nullable []> pictures) {
        String period = t.period(told.from(), told.to());
        List<Section> sections = new ArrayList<>();
        if (told.network().realisations() == 0) {
            sections.add(Section.of(
                    t.say("impact.paper.own"), List.of(Block.text(t.say("impact.paper.nothing", told.house())))));
        }
        if (told.own().realisations() > 0) {
            sections.add(Section.of(
                    t.say("impact.paper.own"),
                    List.of(
                            Block.text(
                                    t.say("impact.paper.own.text", told.member().name())),
                            figures(told.own()))));
        }
        if (told.network().realisations() > told.own().realisations()) {
            sections.add(Section.of(
                    t.say("impact.paper.network"),
                    List.of(Block.text(t.say("impact.paper.network.text", above())), figures(told.network()))));
        }
        if (told.whole().realisations() > 0) {
            sections.add(Section.of(t.say("impact.paper.whole"), List.of(Block.text(whole()), figures(told.whole()))));
        }
        if (!told.stories().isEmpty()) {
            sections.add(Section.of(t.say("impact.paper.stories"), stories(most, picture, pictures)));
        }
        sections.add(Section.of(
                t.say("impact.paper.counting"),
                List.of(new Block.Note(Inline.of(t.say("impact.paper.counting.text"))))));
        return new Paper(
                t.say("impact.paper.title"),
                told.member().inFull() + " · " + period,
                told.house(),
                t.say("impact.paper.description", told.member().name(), period, told.house()),
                sections,
                Paper.Layout.PLAIN);
    }

    private Block figures(RealisationFigures all) {
        List<Block.Figure> figures = new ArrayList<>();
        add(figures, all.realisations(), "impact.figure.realisations");
        add(figures, all.participations().total(), "impact.figure.participations");
        // A single organisation is the reader itself.
        add(figures, all.organisations() > 1 ? all.organisations() : 0, "impact.figure.organisations");
        add(figures, all.copies(), "impact.figure.copies");
        return new Block.Figures(figures);
    }

    private void add(List<Block.Figure> figures, long number, String key) {
        if (number > 0) {
            figures.add(new Block.Figure(t.number(number), t.say(key, number), List.of()));
        }
    }

    private String above() {
        List<String> names = told.above();
        return names.size() <= NAMED_ABOVE
                ? t.list(names)
                : t.list(List.of(
                        String.join(", ", names.subList(0, NAMED_ABOVE)),
                        t.say("impact.paper.network.more", names.size() - NAMED_ABOVE)));
    }

    private String whole() {
        long regions =
                told.places().stream().filter(code -> code.startsWith("QC-")).count();
        long countries = told.places().stream()
                .flatMap(code -> Place.findByCode(code).stream())
                .filter(place -> place instanceof Place.InCountry in
                        && !in.country().code().equals("CA"))
                .count();
        List<String> where = new ArrayList<>();
        if (regions > 0) {
            where.add(t.say("impact.paper.regions", regions));
        }
        if (countries > 0) {
            where.add(t.say("impact.paper.countries", countries));
        }
        return where.isEmpty() ? t.say("impact.paper.whole.text") : t.say("impact.paper.whole.where", t.list(where));
    }

    private List<Block> stories(int most, boolean picture, Function<UUID, byte @Nullable []> pictures) {
        List<Story> shown =
                told.stories().subList(0, Math.min(most, told.stories().size()));
        List<Block> blocks = new ArrayList<>();
        shown.forEach(story -> blocks.add(story(story)));
        int more = told.network().realisations() - shown.size();
        if (more > 0) {
            blocks.add(new Block.Note(Inline.of(t.say("impact.paper.more", more))));
        }
        LeafletContent.LeafletPhotograph photo = told.picture();
        if (picture && photo != null) {
            blocks.add(new Block.Photograph(
                    () -> pictures.apply(photo.document()),
                    "/platform/document/" + photo.document(),
                    photo.alternative(),
                    photo.caption()));
        }
        return blocks;
    }

    private Block story(Story story) {
        List<String> about = new ArrayList<>();
        String period = t.period(story.from(), story.to());
        if (!story.title().contains(period)) {
            about.add(period);
        }
        String place = story.place();
        if (place != null) {
            Place.findByCode(place).ifPresent(it -> about.add(it.name(t)));
        }
        if (story.participations() > 0) {
            about.add(t.say("impact.paper.participations", story.participations()));
        }
        List<Inline> parts = new ArrayList<>();
        parts.add(new Inline.Strong(Inline.of(story.title())));
        if (!about.isEmpty()) {
            parts.add(new Inline.InlineText(" – " + String.join(", ", about)));
        }
        if (!story.text().isEmpty()) {
            parts.add(new Inline.Break());
            parts.add(new Inline.InlineText(story.text()));
        }
        return new Block.Paragraph(parts);
    }
}
