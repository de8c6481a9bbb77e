// Whether a column holds names of people: their form (capitalised words), and enough given names among them. A list of
// common given names in five languages; the form alone would also fit products and cities.
import { fold } from './words.ts';

const GIVEN: ReadonlySet<string> = new Set(
  `james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald
  steven paul andrew joshua kenneth kevin brian george edward mary patricia jennifer linda elizabeth barbara susan
  jessica sarah karen lisa nancy betty margaret sandra ashley emily emma olivia sophia anna amy laura rachel helen
  jose joao antonio francisco carlos paulo pedro lucas luiz marcos luis gabriel rafael marcelo bruno eduardo felipe
  raimundo rodrigo manuel mateus andre fernando fabio leonardo gustavo guilherme leandro tiago thiago diego vitor joaquim
  maria ana francisca adriana juliana marcia fernanda aline sandra camila amanda bruna jessica leticia julia
  luciana vanessa mariana gabriela vera vitoria larissa claudia beatriz luana rita sonia renata carla patricia
  juan javier jesus angel miguel alejandro pablo sergio alberto jorge alvaro adrian raul ivan ruben oscar ramon
  carmen isabel dolores pilar teresa rosa cristina angeles lucia marta elena raquel rocio mercedes silvia paula irene
  jordi joan josep marc pau pere jaume xavier lluis oriol arnau albert nuria montserrat merce nuria laia meritxell neus
  eulalia roser anna marta gemma queralt aina carme
  александр сергей владимир андрей алексей дмитрий николай евгений михаил иван юрий виктор игорь анатолий олег павел
  максим роман денис антон артем илья кирилл никита егор станислав константин вячеслав валерий вадим борис
  анна елена ольга наталья татьяна ирина светлана людмила галина мария екатерина юлия надежда любовь вера марина
  валентина анастасия алина дарья ксения виктория полина оксана алла лариса софья елизавета`
    .split(/\s+/)
    .map(fold),
);

/** One to five capitalised words, with the small words that stand inside names. */
const NAME =
  /^(?:\p{Lu}\.?|\p{Lu}[\p{L}'’-]+)(?:,? (?:(?:de|da|do|das|dos|del|la|las|los|i|y|e|van|von|di)|\p{Lu}\.?|\p{Lu}[\p{L}'’-]+)){0,5}$/u;
const LEAST_DISTINCT = 5;
/** Given names of the list among the different values; surnames and rarer names are the rest. */
const GIVEN_SHARE = 0.3;
const FORM_SHARE = 0.9;

/** True when most of the different values have the form of names, and three in ten hold a common given name. */
export function areNames(values: Iterable<string>): boolean {
  let count = 0;
  let formed = 0;
  let given = 0;
  for (const value of values) {
    count++;
    if (!NAME.test(value)) continue;
    formed++;
    if (value.split(/[ ,]+/).some((word) => GIVEN.has(fold(word)))) given++;
  }
  return count >= LEAST_DISTINCT && formed >= count * FORM_SHARE && given >= count * GIVEN_SHARE;
}
