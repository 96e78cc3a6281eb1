package io.lotwire.web.door;

/** Where people sign in, and where they are led from there. */
public final class SignInPlace {
    /** The address of the page. */
    public static final String ADDRESS = "/login";

    private SignInPlace() {}

    /**
     * Where somebody goes who has signed in.
     *
     * @param wanted where they wanted to go; an address that is not one of ours is not followed
     */
    public static String next(String wanted) {
        return wanted != null
                        && wanted.startsWith("/")
                        && !wanted.startsWith("//")
                        && !wanted.startsWith(ADDRESS)
                        && wanted.chars().noneMatch(c -> c == '\\' || c < ' ')
                ? wanted
                : "/";
    }
}
