package org.muonframework.data.format.root.dataset;

import java.util.regex.Pattern;

/**
 * What the title of a branch tells of a column. The title is the description, or the name of the branch where there is
 * none, and the unit in brackets at its end: {@code transverse momentum [GeV]}. A description that itself ends so is
 * followed by empty brackets. A branch without either has the list of its leaves for a title, as ROOT gives it:
 * {@code pt/D}. ROOT, uproot and JSROOT show titles and read nothing from them.
 *
 * @param description in one phrase; may be empty
 * @param unit physical unit; empty for a pure number
 */
public record BranchTitle(String description, String unit) {

    private static final Pattern LEAVES = Pattern.compile("(\\[[^\\]]*\\])*(/[a-zA-Z](\\[.*)?)?(:.*)?");

    /** Reads the title of a branch. */
    public static BranchTitle parse(String branch, String title) {
        if (title.startsWith(branch)
                && LEAVES.matcher(title.substring(branch.length())).matches()) {
            return new BranchTitle("", "");
        }
        int bracket = title.endsWith("]") ? opening(title) : -1;
        if (bracket < 0 || (bracket > 0 && title.charAt(bracket - 1) != ' ')) {
            return new BranchTitle(title, "");
        }
        String description = title.substring(0, Math.max(0, bracket - 1));
        String unit = title.substring(bracket + 1, title.length() - 1);
        return new BranchTitle(description.equals(branch) ? "" : description, unit);
    }

    /** The title of a branch; empty where there is nothing to tell. */
    public String format(String branch) {
        if (unit.isEmpty()) {
            return description.endsWith("]") ? description + " []" : description;
        }
        return (description.isEmpty() ? branch : description) + " [" + unit + "]";
    }

    /** The bracket that the last one closes; −1 if there is none. */
    private static int opening(String title) {
        int open = 0;
        for (int i = title.length() - 1; i >= 0; i--) {
            if (title.charAt(i) == ']') {
                open++;
            } else if (title.charAt(i) == '[' && --open == 0) {
                return i;
            }
        }
        return -1;
    }
}
