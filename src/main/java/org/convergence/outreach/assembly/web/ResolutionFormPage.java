package org.convergence.outreach.assembly.web;

import java.util.List;
import org.convergence.platform.shell.Option;

/**
 * The form of a resolution.
 *
 * @param movers possible proposers and seconders
 * @param articles majorities other than the simple one
 * @param consultations options to ratify
 * @param voices the number of votes that can be cast
 * @param enough whether there is a quorum
 * @param recounts whether it was voted without the quorum that the recorded attendance has
 */
public record ResolutionFormPage(
        AssemblyFormPage frame,
        List<Option> movers,
        List<Option> articles,
        List<Option> consultations,
        int voices,
        boolean enough,
        boolean recounts) {}
