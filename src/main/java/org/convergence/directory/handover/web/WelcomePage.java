package org.convergence.directory.handover.web;

import java.util.List;
import org.convergence.directory.handover.Background;
import org.convergence.platform.text.SafeHtml;

/** What someone who takes over finds: notes that were left to her, what is hers, how it is done here, what was done. */
public record WelcomePage(List<Note> notes, List<HeldPart> mine, List<Background.Chapter> chapters) {

    /** A note. */
    public record Note(String from, SafeHtml text, String url) {}
}
