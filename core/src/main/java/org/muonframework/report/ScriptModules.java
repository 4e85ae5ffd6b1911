package org.muonframework.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes one classic script of a library's two modules: a page that loads nothing has no address from which one module
 * could import the other, and its policy knows scripts by their hashes alone.
 */
final class ScriptModules {

    private static final String NAMES = "\\{([^{}]*)}";
    private static final Pattern IMPORT = Pattern.compile("\\bimport" + NAMES + "\\s*from\\s*\"[^\"]*\";?");
    private static final Pattern FORWARD = Pattern.compile("\\bexport" + NAMES + "\\s*from\\s*\"[^\"]*\";?");
    private static final Pattern EXPORT = Pattern.compile("\\bexport" + NAMES + ";?\\s*$");

    private ScriptModules() {}

    /**
     * A script that declares one constant whose properties are all that either module exports.
     *
     * @param name of the constant
     * @param core a module that imports nothing
     * @param module a module that imports from the first alone, and may hand on what it exports
     * @throws IllegalStateException if they are of another form
     */
    static String classic(String name, String core, String module) {
        String forwarded = FORWARD.matcher(module).replaceFirst("");
        Matcher imports = IMPORT.matcher(forwarded);
        if (!imports.find()) {
            throw new IllegalStateException("the module imports nothing");
        }
        String body = forwarded.substring(0, imports.start()) + "const{"
                + imports.group(1).replace(" as ", ":") + "}=core;" + forwarded.substring(imports.end());
        return "const " + name + "=(()=>{\"use strict\";\nconst core=(()=>{" + returning(core, "") + "})();\n"
                + returning(body, "...core,") + "})();\n";
    }

    private static String returning(String module, String first) {
        Matcher export = EXPORT.matcher(module);
        if (!export.find()) {
            throw new IllegalStateException("a module does not end with what it exports");
        }
        StringBuilder names = new StringBuilder();
        for (String exported : export.group(1).split(",")) {
            String[] words = exported.strip().split("\\s+as\\s+");
            names.append(words[words.length - 1]).append(':').append(words[0]).append(',');
        }
        return module.substring(0, export.start()) + "return{" + first + names + "};";
    }
}
