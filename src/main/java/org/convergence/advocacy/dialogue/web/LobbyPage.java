package org.convergence.advocacy.dialogue.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The lobby registers, as a sheet for counsel.
 *
 * @param opinion adds what counsel decided; {@code null} without the permission
 * @param rule adds a rule; {@code null} without the permission
 */
public record LobbyPage(
        List<Tab> tabs,
        String since,
        List<RegisterPart> registers,
        @Nullable Form opinion,
        @Nullable Form rule) {

    /**
     * A register.
     *
     * @param standing the sums and days, in words
     * @param rules what it asks, with sources, the present one first
     */
    public record RegisterPart(
            String name,
            Tone tone,
            String level,
            List<String> standing,
            List<LobbyActRow> acts,
            List<String> opinions,
            List<String> rules) {}

    /**
     * An act.
     *
     * @param counting why its hours count, or do not
     */
    public record LobbyActRow(
            String day,
            String kind,
            String subject,
            String url,
            String targets,
            String ours,
            String hours,
            String counting) {}
}
