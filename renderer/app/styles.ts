// Global styles in their order: fonts, tokens, element defaults, variables of the floating parts.
import '../ui/fonts.css';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/mantine.css';
