package org.convergence.plan.actionplan.web;

import java.util.List;

/** The files of a plan. */
public record PlanFilePage(PlanHead top, List<FileEdition> editions) {

    /** An edition of the plan, with its files. */
    public record FileEdition(String title, String text, List<PlanHead.PlanHeadLink> files) {}
}
