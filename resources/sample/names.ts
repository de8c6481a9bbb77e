// Invented people: common first names and made-up combinations with family names. No real person is meant.
import { LIST_LENGTHS } from './customers.ts';

export interface PeopleWords {
  readonly women: readonly string[];
  readonly men: readonly string[];
  readonly families: readonly string[];
  /** The first five have a shop. */
  readonly cities: readonly string[];
}

function words(text: string, length: number): readonly string[] {
  const list = text.split(' ').map((word) => word.replaceAll('_', ' '));
  if (list.length !== length) throw new RangeError(`${list.length} words instead of ${length}`);
  return list;
}

function people(women: string, men: string, families: string, cities: string): PeopleWords {
  return {
    women: words(women, LIST_LENGTHS.firstNames),
    men: words(men, LIST_LENGTHS.firstNames),
    families: words(families, LIST_LENGTHS.lastNames),
    cities: words(cities, LIST_LENGTHS.cities),
  };
}

export const CATALAN_PEOPLE = people(
  'Marta Roser Pilar Laia Júlia Anna Clara Núria Mireia Carla Aina Berta Emma Irene Neus Sara Gemma Lídia Olga Paula Rita Sílvia Teresa Elena',
  'Nil Enric Pau Marc Jordi Arnau Biel Oriol Pol Roger Martí Quim Adrià Lluc Joan Àlex Albert Bernat David Eloi Gerard Hug Ivan Xavi',
  'Soler Puig Vila Serra Roca Font Mas Pons Riera Bosch Coll Duran Esteve Ferrer Gil Homs Illa Juncà Lloret Mora Nadal Oliva Prat Ribas Sala Torres Urgell Valls Badia Camps Casals Danés Feliu Grau Marín Noguer Pla Rius Sabater Tarrés',
  'Girona Reus Mataró Lleida Vic Olot Tortosa Berga Falset Tremp',
);

export const BRAZILIAN_PEOPLE = people(
  'Ana Beatriz Camila Daniela Elisa Fernanda Gabriela Helena Isabela Juliana Larissa Letícia Luana Marina Natália Paula Priscila Rafaela Renata Sofia Tatiana Vanessa Vitória Yasmin',
  'André Bruno Caio Daniel Eduardo Felipe Gabriel Gustavo Henrique Igor João Júlio Leandro Lucas Marcelo Mateus Otávio Paulo Rafael Renan Rodrigo Thiago Vinícius Vítor',
  'Silva Souza Costa Lima Rocha Alves Dias Melo Reis Pinto Barros Campos Duarte Freitas Gomes Leal Lopes Luz Maia Matos Moraes Moura Neves Nunes Paiva Pires Prado Ramos Sales Serra Teles Vale Vaz Vieira Xavier Braga Cunha Farias Guerra Torres',
  'Campinas Santos Curitiba Recife Niterói Londrina Sorocaba Joinville Maringá Pelotas',
);

export const RUSSIAN_PEOPLE = people(
  'Анна Вера Дарья Елена Жанна Зоя Инна Ирина Кира Лариса Лидия Мария Нина Ольга Полина Рита Светлана София Тамара Ульяна Фаина Юлия Яна Алина',
  'Антон Борис Вадим Глеб Денис Егор Захар Иван Илья Кирилл Лев Максим Никита Олег Павел Роман Семён Степан Тимур Фёдор Юрий Ян Артём Марк',
  'Ветров Лугов Снегирев Морозов Соколов Волков Зайцев Орлов Белов Чернов Крылов Громов Жуков Носов Титов Фомин Яшин Гусев Дронов Ершов Калинин Лапин Мишин Панов Рогов Седов Тихонов Уваров Фролов Хохлов Шилов Щукин Быков Власов Горин Демин Зимин Котов Лосев Мохов',
  'Тверь Казань Самара Пермь Рязань Тула Псков Орёл Курск Муром',
);
