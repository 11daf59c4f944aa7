package org.convergence.resources.subsidy.web;

import java.util.List;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.chart.Drawing;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.convergence.resources.subsidy.web.SubsidyPage.SubsidyFact;
import org.jspecify.annotations.Nullable;

/**
 * A file.
 *
 * @param facts labels with their values
 * @param warnings what does not agree with the programme or the contract
 * @param contracts address at which the person gets a contract; {@code null} if one is connected, or without permission
 * @param waiting the earliest claim to send; {@code null} without permission, or if none is prepared
 * @param claim address of the form of the next claim; {@code null} without permission, or until the file is approved
 */
public record SubsidyPage(
        String url,
        String title,
        String lead,
        Tone tone,
        String state,
        List<SubsidyFact> facts,
        List<String> warnings,
        @Nullable String contracts,
        @Nullable String note,
        List<StepLine> steps,
        List<ClaimLine> claims,
        @Nullable ClaimLine waiting,
        @Nullable String claim,
        boolean mayManage) {

    /** A value with its label. */
    public record SubsidyFact(String label, String value) {}

    /**
     * A step.
     *
     * @param days in words; empty without a day
     * @param implied whether the state of the file says that it is done
     */
    public record StepLine(
            String kind, String name, String days, Tone tone, String word, boolean done, boolean implied) {}

    /** A claim. */
    public record ClaimLine(String period, String url, String detail, Tone tone, String state) {}

    /**
     * The form of a file.
     *
     * @param key message key of the title
     * @param mayEnd whether the form asks why something is left open
     * @param contracts of the person; empty for a new file
     */
    public record SubsidyFormPage(
            String key,
            String action,
            String cancel,
            Form form,
            boolean mayEnd,
            List<Option> programmes,
            List<Option> contracts,
            ChooserField person,
            ChooserField responsible) {}

    /**
     * The files, and the weeks without a subsidised person.
     *
     * @param chart {@code null} without a granted or asked period
     * @param emptyWeeks a sentence for each row of empty weeks
     */
    public record SubsidyListPage(
            List<Tab> tabs,
            @Nullable Drawing chart,
            List<String> emptyWeeks,
            List<SubsidyListRow> rows,
            String csv,
            String xlsx,
            boolean mayManage,
            boolean over) {

        /** A file. */
        public record SubsidyListRow(String title, String url, String detail, String money, Tone tone, String state) {}
    }

    /** The programmes. */
    public record SubsidyProgrammePage(List<Tab> tabs, List<ProgrammeLine> programmes, boolean mayManage) {

        /**
         * A programme.
         *
         * @param url of its form; {@code null} without permission
         * @param source with the day it was checked
         */
        public record ProgrammeLine(String name, @Nullable String url, String terms, String limits, String source) {}

        /** The form of a programme; {@code key} is the message key of its title. */
        public record ProgrammeFormPage(String key, String action, Form form) {}

        /**
         * The minimum wages, the latest first.
         *
         * @param form adds one; {@code null} without permission
         */
        public record MinimumWagePage(
                List<Tab> tabs,
                List<MinimumWageLine> rates,
                @Nullable Form form) {}

        /** A minimum wage. */
        public record MinimumWageLine(String amount, String detail, String delete) {}
    }

    /**
     * A claim.
     *
     * @param subsidy address of its file
     * @param changed whether the hours approved now would give another claim
     * @param form sends or settles it; {@code null} without permission, or once it is settled
     * @param takeBack address that takes back its state; {@code null} if it cannot be
     */
    public record SubsidyClaimPage(
            String url,
            String title,
            String about,
            String subsidy,
            Tone tone,
            String state,
            List<SubsidyFact> facts,
            List<ClaimWeekLine> weeks,
            List<ProofLine> proofs,
            int missing,
            boolean changed,
            boolean prepared,
            @Nullable Form form,
            @Nullable String takeBack,
            boolean mayManage) {

        /** Claimed hours of a week at one rate. */
        public record ClaimWeekLine(String week, String days, String hours, String rate, String amount) {}

        /** A document that the funder asks for. */
        public record ProofLine(
                int position,
                String label,
                boolean provided,
                String detail,
                @Nullable String file) {}

        /**
         * The form of a new claim.
         *
         * @param computed what the period gives, in words; {@code null} until it is chosen
         * @param leftOut the hours left out, in words
         */
        public record ClaimFormPage(
                String action,
                String about,
                String cancel,
                Form form,
                @Nullable String computed,
                List<String> leftOut) {}
    }
}
