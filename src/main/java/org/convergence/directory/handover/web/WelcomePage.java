package org.convergence.directory.handover.web;

import java.util.List;
import org.convergence.directory.handover.Background;
import org.convergence.platform.text.SafeHtml;

/** The first page of a successor: notes left to them, their holdings, and the background. */
public record WelcomePage(List<Note> notes, List<HeldPart> mine, List<Background.Chapter> chapters) {

    /** A note. */
    public record Note(String from, SafeHtml text, String url) {}
}
