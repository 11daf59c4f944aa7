package org.convergence.advocacy.position.web;

import java.util.ArrayList;
import java.util.List;
import org.convergence.advocacy.position.domain.Position;
import org.convergence.advocacy.position.domain.Position.PositionId;
import org.convergence.advocacy.position.domain.Position.PositionText;
import org.convergence.directory.people.ChooserField;
import org.convergence.directory.secondlook.SecondLookParts.SecondLookPart;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.OptionGroup;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A position.
 *
 * @param link where it is on line; {@code null} for nowhere
 * @param mayHandOver whether its texts may become drafts of the newsletter
 * @param looks the second looks by link
 * @param reading records the second look; {@code null} for the person who wrote the texts, and once they are read
 */
public record PositionPage(
        String url,
        String title,
        Tone tone,
        String state,
        String lead,
        List<PositionFact> facts,
        List<Option> signatories,
        List<PositionText> texts,
        @Nullable String link,
        boolean mayEdit,
        @Nullable Form reading,
        boolean mayPublish,
        boolean mayTakeBack,
        boolean mayHandOver,
        SecondLookPart looks) {

    /** The address of the list. */
    static final String LIST = "/advocacy/position";

    static String url(PositionId id) {
        return LIST + "/" + id.value();
    }

    /**
     * What allows us to speak, the second look, the publication.
     *
     * @param cited the page of the decision that allows us to speak; {@code null} if none is cited, or it no longer stands
     */
    static List<PositionFact> facts(Position it, @Nullable String cited, Words t) {
        List<PositionFact> facts = new ArrayList<>();
        facts.add(new PositionFact(
                t.say("position.field.mandate"),
                t.say("position.mandate.text", t.say(it.mandate().key()), it.mandateText(), it.mandateOn()),
                cited));
        if (it.cited() != null && cited == null) {
            facts.add(new PositionFact(t.say("position.mandate"), t.say("position.refused.cited")));
        }
        if (it.read() != null) {
            facts.add(new PositionFact(
                    t.say("position.read"),
                    t.say(
                            it.read().wording() == it.wording() ? "position.read.text" : "position.read.before",
                            it.read().by(),
                            it.read().on())));
        }
        if (it.publishedOn() != null) {
            facts.add(new PositionFact(
                    t.say("position.published"), t.say("position.published.text", it.publishedOn(), it.place())));
        }
        return facts;
    }

    /** A fact about the position. */
    public record PositionFact(
            String label, String value, @Nullable String page) {

        PositionFact(String label, String value) {
            this(label, value, null);
        }
    }

    /** The list. */
    public record PositionListPage(
            ListFrame frame, List<Option> kinds, List<Option> countries, List<PositionItem> items, boolean mayEdit) {}

    /** A position in the list. */
    public record PositionItem(String url, String title, String detail, Tone tone, String state) {}

    /** The form of a position. */
    public record PositionFormPage(
            Form form,
            String key,
            String action,
            String cancel,
            @Nullable String about,
            List<Option> countries,
            List<OptionGroup> decisions,
            List<Option> lines,
            ChooserField signatories,
            List<String> languages) {}

    /** The form of its publication. */
    public record PublicationPage(Form form, String url, String title) {}
}
